import { Stack, type StackProps, Validations } from "aws-cdk-lib";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import type { Construct } from "constructs";

export interface ReaderProps extends StackProps {
  /** Path of `member-role.yaml`. */
  readonly template: string;
  /** Parameters of the template, by their names there; those left out are parameters of the stack. */
  readonly parameters: Record<string, string> & { readonly NotifierRoleArn: string };
}

/** The role by which the notifier reads an account; a stack in each of them. */
export class ReaderStack extends Stack {
  constructor(scope: Construct, id: string, props: ReaderProps) {
    super(scope, id, props);
    // Written into the template, and not given as defaults: an update by `cdk deploy` keeps the values that a stack has.
    const role = new CfnInclude(this, "Reader", { templateFile: props.template, parameters: props.parameters });
    Validations.of(role).acknowledge({
      id: "CloudFormation-Validate::W1030",
      reason: "An empty boundary is the default of the parameter, and a condition leaves it out of the role.",
    });
  }
}
