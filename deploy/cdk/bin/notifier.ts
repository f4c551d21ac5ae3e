import { App } from "aws-cdk-lib";
import { NotifierStack } from "../lib/notifier-stack.js";
import { ReaderStack } from "../lib/reader-stack.js";

const app = new App();

new NotifierStack(app, "ri-expiry-notifier", {
  template: app.node.getContext("template"),
  code: app.node.getContext("code"),
  parameters: {
    AlertEmail: "finops@example.com",
    AlarmEmail: "platform@example.com",
  },
});

// The output FunctionRoleArn of the first stack, once it is there.
const notifierRoleArn = app.node.tryGetContext("notifierRoleArn");
if (notifierRoleArn) {
  new ReaderStack(app, "ri-expiry-reader", {
    template: app.node.getContext("readerTemplate"),
    parameters: { NotifierRoleArn: notifierRoleArn },
  });
}
