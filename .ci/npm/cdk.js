// Holds what the CDK app has made, in the folder that is named, to the template: its parameters, its outputs, its files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { template } from "./template.js";

const [made] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(made, name), "utf8"));
const faults = [];

const stack = read("ri-expiry-notifier.template.json");
const parameters = stack.Resources.Notifier.Properties.Parameters;
for (const name of Object.keys(parameters)) {
  if (!(name in template.Parameters) && name !== "CodeBucket" && name !== "CodeKey") {
    faults.push(`the template has no parameter ${name}`);
  }
}
for (const [name, output] of Object.entries(stack.Outputs)) {
  if (output.Value["Fn::GetAtt"][1] !== `Outputs.${name}` || !(name in template.Outputs)) {
    faults.push(`the template has no output for ${name}`);
  }
}
const assets = Object.values(read("ri-expiry-notifier.assets.json").files).map((file) => Object.values(file.destinations)[0].objectKey);
if (!assets.includes(parameters.CodeKey)) {
  faults.push(`${parameters.CodeKey} is no asset of the stack`);
}

const reader = read("ri-expiry-reader.template.json");
if (!JSON.stringify(reader.Resources.ReaderRole).includes("arn:aws:iam::111122223333:role/notifier")) {
  faults.push("the reader role does not trust the notifier's");
}

faults.forEach((fault) => console.error(fault));
process.exit(faults.length === 0 ? 0 : 1);
