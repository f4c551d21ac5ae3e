package dev.riexpiry.terraform;

import dev.riexpiry.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes what in the Terraform module repeats the template: its parameters as variables, its
/// outputs as outputs. `mvn -q test-compile exec:exec@terraform` writes both files anew.
public final class TerraformModule {
  static final Path PARAMETERS = Path.of("deploy/terraform/parameters.tf");
  static final Path OUTPUTS = Path.of("deploy/terraform/outputs.tf");

  private static final String STACK = "aws_cloudformation_stack.notifier";
  private static final String HEADER =
      """
      # Made of sam-template.yaml by `mvn -q test-compile exec:exec@terraform`: change it there.

      """;

  private final Template template;

  TerraformModule(Template template) {
    this.template = template;
  }

  /// Writes the files.
  ///
  /// @throws IOException if they cannot be written
  public static void main(String[] args) throws IOException {
    TerraformModule module = new TerraformModule(Template.read("sam-template.yaml"));
    Files.writeString(PARAMETERS, module.parameters());
    Files.writeString(OUTPUTS, module.outputs());
  }

  /// The variables, and a local value with those of them that the stack takes.
  String parameters() {
    List<ModuleVariable> variables = new ArrayList<>();
    ((Map<?, ?>) template.at("Parameters"))
        .forEach((name, declared) ->
            variables.add(new ModuleVariable((String) name, (Map<?, ?>) declared)));
    int width = variables.stream().mapToInt(one -> one.parameter().length()).max().orElse(0);
    String assignments =
        variables.stream()
            .map(
                one -> "    %s = %s\n".formatted(padded(one.parameter(), width), one.forTheStack()))
            .collect(Collectors.joining());
    return HEADER
        + variables.stream().map(ModuleVariable::block).collect(Collectors.joining("\n"))
        + "\nlocals {\n  parameters = {\n"
        + assignments
        + "  }\n}\n";
  }

  /// The outputs; one that the stack does not have is null.
  String outputs() {
    List<String> blocks = new ArrayList<>();
    ((Map<?, ?>) template.at("Outputs"))
        .forEach((name, declared) ->
            blocks.add(
                """
                output "%s" {
                  description = %s
                  value       = lookup(%s.outputs, %s, null)
                }
                """
                    .formatted(
                        Hcl.name((String) name),
                        Hcl.text(String.valueOf(((Map<?, ?>) declared).get("Description"))),
                        STACK,
                        Hcl.text((String) name))));
    return HEADER + String.join("\n", blocks);
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
