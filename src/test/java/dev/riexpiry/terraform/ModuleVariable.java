package dev.riexpiry.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A parameter of the template as a variable of the module.
///
/// @param parameter its name in the template
/// @param declared what the template declares of it
record ModuleVariable(String parameter, Map<?, ?> declared) {
  /// What Terraform makes of the value that the variable has, for the stack.
  String forTheStack() {
    String value = "var." + Hcl.name(parameter);
    return switch (type()) {
      case STRING -> value;
      case NUMBER -> "tostring(" + value + ")";
      case LIST -> "join(\",\", " + value + ")";
    };
  }

  /// The block that declares it.
  String block() {
    return """
    variable "%s" {
      description = %s
      type        = %s
      default     = %s
      nullable    = false
    %s}
    """
        .formatted(
            Hcl.name(parameter),
            Hcl.text(text("Description").orElseThrow()),
            type().hcl,
            initial(),
            validations());
  }

  private Type type() {
    return switch (text("Type").orElseThrow()) {
      case "String" -> Type.STRING;
      case "Number" -> Type.NUMBER;
      case "CommaDelimitedList" -> Type.LIST;
      case String other -> throw new IllegalArgumentException("no such type here: " + other);
    };
  }

  private String initial() {
    String initial = text("Default").orElseThrow();
    return switch (type()) {
      case STRING -> Hcl.text(initial);
      case NUMBER -> initial;
      case LIST ->
          initial.isEmpty()
              ? "[]"
              : List.of(initial.split(",", -1)).stream()
                  .map(Hcl::text)
                  .collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private String validations() {
    List<String> validations = new ArrayList<>();
    text("AllowedPattern")
        .map(AllowedPattern::of)
        .ifPresent(pattern -> {
          String message = text("ConstraintDescription").orElseThrow();
          validations.add(validation(each(value -> can(pattern.fits(), value)), message));
          for (String not : pattern.butNot()) {
            validations.add(validation(each(value -> "!" + can(not, value)), message));
          }
        });
    if (declared.get("AllowedValues") instanceof List<?> allowed) {
      String values =
          allowed.stream()
              .map(
                  value -> type() == Type.NUMBER ? String.valueOf(value) : Hcl.text((String) value))
              .collect(Collectors.joining(", ", "[", "]"));
      validations.add(
          validation(
              "contains(" + values + ", var." + Hcl.name(parameter) + ")",
              "must be one of " + spoken(allowed) + "."));
    }
    text("MaxLength")
        .ifPresent(most ->
            validations.add(
                validation(
                    each(value -> "length(" + value + ") <= " + most),
                    "must have at most " + most + " characters.")));
    return String.join("", validations);
  }

  private String validation(String condition, String message) {
    return """

      validation {
        condition     = %s
        error_message = %s
      }
    """
        .formatted(condition, Hcl.text(Hcl.name(parameter) + " " + message));
  }

  private String each(UnaryOperator<String> condition) {
    String value = "var." + Hcl.name(parameter);
    return type() == Type.LIST
        ? "alltrue([for one in " + value + " : " + condition.apply("one") + "])"
        : condition.apply(value);
  }

  private static String can(String pattern, String value) {
    return "can(regex(" + Hcl.text(pattern) + ", " + value + "))";
  }

  private static String spoken(List<?> values) {
    return values.stream()
        .map(value -> "".equals(value) ? "\"\"" : String.valueOf(value))
        .collect(Collectors.joining(", "));
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable((Object) declared.get(key)).map(String::valueOf);
  }

  private enum Type {
    STRING("string"),
    NUMBER("number"),
    LIST("list(string)");

    private final String hcl;

    Type(String hcl) {
      this.hcl = hcl;
    }
  }
}
