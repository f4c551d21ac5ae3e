// The template as it is written; !Ref and its like are left as their argument.
import { readFileSync } from "node:fs";
import YAML from "yaml";

export const template = YAML.parse(readFileSync("sam-template.yaml", "utf8"), { logLevel: "silent" });
