package dev.riexpiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A CloudFormation template as plain maps, lists and texts. `!Ref X` reads as the text `X`, and
/// any other intrinsic function as its argument.
public final class Template {
  private final Object root;

  private Template(Object root) {
    this.root = root;
  }

  /// Reads a template of this project.
  public static Template read(String name) {
    try {
      return new Template(new Yaml(new Intrinsics()).load(Files.readString(Path.of(name))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /// Reads a template that stands in a text.
  public static Template parse(String text) {
    return new Template(new Yaml(new Intrinsics()).load(text));
  }

  /// The value at a path of keys and list positions.
  public Object at(Object... path) {
    Object value = root;
    for (Object step : path) {
      value =
          value instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) value).get(step);
      if (value == null) {
        throw new IllegalArgumentException("nothing at " + List.of(path));
      }
    }
    return value;
  }

  /// The resources of one type, by name.
  public Map<String, Map<?, ?>> resources(String type) {
    Map<String, Map<?, ?>> resources = new TreeMap<>();
    ((Map<?, ?>) at("Resources"))
        .forEach((name, resource) -> {
          if (((Map<?, ?>) resource).get("Type").equals(type)) {
            resources.put((String) name, (Map<?, ?>) resource);
          }
        });
    return resources;
  }

  /// All IAM statements of one role's own policies.
  public List<Map<?, ?>> statements(String role) {
    return ((List<?>) at("Resources", role, "Properties", "Policies"))
        .stream().flatMap(policy -> statements((Map<?, ?>) policy)).toList();
  }

  /// The names of the managed policies that are attached to a role.
  public Stream<String> policiesOf(String role) {
    return resources("AWS::IAM::ManagedPolicy").keySet().stream()
        .filter(name ->
            at("Resources", name, "Properties") instanceof Map<?, ?> properties
                && List.of(role).equals(properties.get("Roles")));
  }

  /// All IAM statements of a managed policy.
  public List<Map<?, ?>> statementsOfPolicy(String policy) {
    return statements((Map<?, ?>) at("Resources", policy, "Properties")).toList();
  }

  private static Stream<Map<?, ?>> statements(Map<?, ?> policy) {
    return ((List<?>) ((Map<?, ?>) policy.get("PolicyDocument")).get("Statement"))
            // A conditional statement is the list of its condition, itself, and its alternative.
            .stream()
            .map(statement ->
                (Map<?, ?>) (statement instanceof List<?> choice ? choice.get(1) : statement));
  }

  /// The condition of the one statement of a role's own that allows an action.
  public Object condition(String role, String action) {
    List<Object> conditions = conditions(role, action);
    if (conditions.size() != 1) {
      throw new IllegalArgumentException(action + " is allowed under " + conditions);
    }
    return conditions.getFirst();
  }

  /// The conditions under which a role's own statements allow an action.
  public List<Object> conditions(String role, String action) {
    List<Object> conditions = new ArrayList<>();
    for (Object policy : (List<?>) at("Resources", role, "Properties", "Policies")) {
      Object document = ((Map<?, ?>) policy).get("PolicyDocument");
      for (Object statement : (List<?>) ((Map<?, ?>) document).get("Statement")) {
        if (statement instanceof List<?> choice
            && actions((Map<?, ?>) choice.get(1)).contains(action)) {
          conditions.add(choice.get(0));
        }
      }
    }
    return conditions;
  }

  /// The actions that a statement allows, as a list even if it is one action.
  public static List<String> actions(Map<?, ?> statement) {
    Object action = statement.get("Action");
    return action instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(action));
  }

  private static final class Intrinsics extends SafeConstructor {
    Intrinsics() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new Argument());
    }

    private final class Argument extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        return switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new IllegalArgumentException("no such node: " + node);
        };
      }
    }
  }
}
