package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Which of its credentials a process takes.
public sealed interface Origin {
  /// The name of the profile that is taken where nobody names one.
  String USUAL_PROFILE = "default";

  /// Writes it for people: `profile finops`.
  String words();

  /// Decides as the AWS CLI and the SDK do: an option goes before the variables, keys in the
  /// variables before a profile that a variable names, and both before what the machine has.
  ///
  /// @param option the profile that an option names
  /// @param variables the variables, without those that are empty
  /// @param profiles gives the profiles; not asked where they do not count
  /// @throws InvalidInputException if a profile that is named is not there, or half of a key is
  static Origin of(
      Optional<String> option, Map<String, String> variables, Supplier<Profiles> profiles) {
    if (option.isPresent()) {
      return new OfProfile(
          profiles.get().named(option.get(), "the command line", "--profile").name());
    }
    if (variables.containsKey("AWS_ACCESS_KEY_ID")) {
      if (!variables.containsKey("AWS_SECRET_ACCESS_KEY")) {
        throw new InvalidInputException(
            "the environment",
            List.of(
                new Fault(
                    "AWS_SECRET_ACCESS_KEY",
                    "it is not set, and AWS_ACCESS_KEY_ID is",
                    "set both, or neither")));
      }
      return OfMachine.KEYS;
    }
    if (variables.containsKey("AWS_WEB_IDENTITY_TOKEN_FILE")
        && variables.containsKey("AWS_ROLE_ARN")) {
      return OfMachine.WEB_IDENTITY;
    }
    Optional<Profile> profile =
        Optional.ofNullable(variables.get("AWS_PROFILE"))
            .map(name -> profiles.get().named(name, "the environment", "AWS_PROFILE"))
            .or(() -> profiles.get().find(USUAL_PROFILE));
    return profile
        .filter(Profile::givesCredentials)
        .<Origin>map(found -> new OfProfile(found.name()))
        .orElseGet(() ->
            variables.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                    || variables.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                ? OfMachine.CONTAINER
                : OfMachine.INSTANCE);
  }

  /// A profile.
  record OfProfile(String name) implements Origin {
    public OfProfile {
      requireNonNull(name, "name is null");
    }

    @Override
    public String words() {
      return "profile " + name;
    }
  }

  /// What the process finds around it.
  enum OfMachine implements Origin {
    KEYS("the keys in the environment", Way.ENVIRONMENT),
    WEB_IDENTITY("the web identity token that the environment names", Way.WEB_IDENTITY),
    CONTAINER("the role of this container", Way.CONTAINER),
    INSTANCE("the role of this machine", Way.INSTANCE);

    private final String words;
    private final Way way;

    OfMachine(String words, Way way) {
      this.words = words;
      this.way = way;
    }

    /// The way to its credentials.
    public Way way() {
      return way;
    }

    @Override
    public String words() {
      return words;
    }
  }
}
