// Reads the Terraform module with Terraform's own parser of HCL, and holds it to the template: the same parameters and
// outputs, descriptions and defaults; and the examples set only variables that there are.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { template } from "./template.js";

const MODULE = "deploy/terraform";
const faults = [];

async function hcl(folder) {
  const merged = { variable: {}, output: {}, locals: [], module: {} };
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".tf"))) {
    const parsed = await parse(name, readFileSync(join(folder, name), "utf8"));
    for (const kind of ["variable", "output", "module"]) {
      Object.assign(merged[kind], parsed[kind]);
    }
    merged.locals.push(...(parsed.locals ?? []));
  }
  return merged;
}

function same(place, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    faults.push(`${place}: ${JSON.stringify(actual)} in the module, ${JSON.stringify(expected)} in the template`);
  }
}

const small = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
const TYPES = { String: "${string}", Number: "${number}", CommaDelimitedList: "${list(string)}" };

const module = await hcl(MODULE);
const beside = await parse("variables.tf", readFileSync(join(MODULE, "variables.tf"), "utf8"));
const own = Object.keys(beside.variable);

const parameters = Object.entries(template.Parameters);
same("variables", Object.keys(module.variable).sort(), [...own, ...parameters.map(([name]) => small(name))].sort());
const passed = module.locals.find((locals) => locals.parameters).parameters;
same("local.parameters", Object.keys(passed).sort(), parameters.map(([name]) => name).sort());
for (const [name, parameter] of parameters) {
  const variable = module.variable[small(name)]?.[0] ?? {};
  const initial = parameter.Type === "CommaDelimitedList"
    ? String(parameter.Default).split(",").filter((one) => one !== "") : parameter.Default;
  same(`${name}, type`, variable.type, TYPES[parameter.Type]);
  same(`${name}, default`, variable.default, initial);
  same(`${name}, description`, variable.description, parameter.Description);
  if (!String(passed[name]).includes(`var.${small(name)}`)) {
    faults.push(`local.parameters: ${name} is ${passed[name]}`);
  }
}

same("outputs", Object.keys(module.output).sort(), Object.keys(template.Outputs).map(small).sort());
for (const [name, output] of Object.entries(template.Outputs)) {
  const [declared] = module.output[small(name)] ?? [{}];
  same(`output ${name}, description`, declared.description, output.Description);
  if (!String(declared.value).includes(`"${name}"`)) {
    faults.push(`output ${small(name)} is ${declared.value}`);
  }
}

const examples = readdirSync(join(MODULE, "examples"));
for (const example of examples) {
  for (const [used] of Object.values((await hcl(join(MODULE, "examples", example))).module)) {
    const unknown = Object.keys(used).filter((name) => name !== "source" && !(name in module.variable));
    const missing = ["template", "code", "bucket"].filter((name) => !(name in used));
    if (unknown.length + missing.length > 0) {
      faults.push(`example ${example}: unknown ${unknown}, missing ${missing}`);
    }
  }
}

faults.forEach((fault) => console.error(fault));
console.log(`${parameters.length} parameters, ${Object.keys(template.Outputs).length} outputs and ${examples.length} examples compared`);
process.exit(faults.length === 0 ? 0 : 1);
