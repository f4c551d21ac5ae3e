import java.util.stream.Collectors;

/// The template of a release: the one that SAM deploys, with the function's package in a bucket that
/// two parameters name, and the state machine in the template itself. CloudFormation carries out
/// its `Transform` by itself, so nothing but CloudFormation is needed to deploy it.
final class Template {
  private static final String CODE = "      CodeUri: target/function.jar\n";
  private static final String MACHINE = "      DefinitionUri: statemachine/spread-check.asl.json\n";
  private static final String PARAMETERS = "\nParameters:\n";

  private static final String PLACE =
      String.join(
          "\n",
          "  CodeBucket:",
          "    Type: String",
          "    Description: The bucket, of this region, that holds the function's package.",
          "",
          "  CodeKey:",
          "    Type: String",
          "    Description: The key of the function's package there, such as function-1.0.0.zip.",
          "",
          "");

  private Template() {}

  /// @param template the text of sam-template.yaml
  /// @param machine the text of the state machine's definition
  /// @throws IllegalArgumentException if a place that is replaced is not there once
  static String released(String template, String machine) {
    String result = replace(template, PARAMETERS, PARAMETERS + PLACE);
    result =
        replace(
            result,
            CODE,
            "      CodeUri:\n        Bucket: !Ref CodeBucket\n        Key: !Ref CodeKey\n");
    String definition =
        machine.strip().lines().map(line -> " ".repeat(8) + line).collect(Collectors.joining("\n"));
    return replace(result, MACHINE, "      Definition:\n" + definition + "\n");
  }

  private static String replace(String text, String place, String by) {
    int at = text.indexOf(place);
    if (at < 0 || text.indexOf(place, at + 1) >= 0) {
      throw new IllegalArgumentException("the template has this not once: " + place.strip());
    }
    return text.substring(0, at) + by + text.substring(at + place.length());
  }
}
