import { CfnOutput, CfnStack, Stack, type StackProps } from "aws-cdk-lib";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import type { Construct } from "constructs";

export interface NotifierProps extends StackProps {
  /** Path of the released template, `template-VERSION.yaml`. */
  readonly template: string;
  /** Path of the function's package with your `accounts.json` in it, `function-VERSION.zip`. */
  readonly code: string;
  /** Parameters of the template, by their names there; those left out have the template's default. */
  readonly parameters?: Record<string, string>;
}

/**
 * A release as a nested stack, the template and the package as assets of the app.
 *
 * Nested, and not a `CfnInclude`: that one knows no `CheckFunction.Alias` and nothing else that SAM's transform
 * makes, and refuses the template.
 */
export class NotifierStack extends Stack {
  private readonly notifier: CfnStack;

  constructor(scope: Construct, id: string, props: NotifierProps) {
    super(scope, id, props);
    const template = new Asset(this, "Template", { path: props.template });
    const code = new Asset(this, "Code", { path: props.code });
    this.notifier = new CfnStack(this, "Notifier", {
      templateUrl: template.httpUrl,
      parameters: { ...props.parameters, CodeBucket: code.s3BucketName, CodeKey: code.s3ObjectKey },
    });
    for (const name of ["FunctionRoleArn", "FunctionAliasArn", "TopicArn", "AlarmTopicArn"]) {
      new CfnOutput(this, name, { value: this.output(name) });
    }
  }

  /** An output of the template, to go on with. */
  output(name: string): string {
    return this.notifier.getAtt(`Outputs.${name}`).toString();
  }
}
