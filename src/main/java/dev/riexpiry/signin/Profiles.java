package dev.riexpiry.signin;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The profiles of the AWS configuration, and the chain of roles behind each, as the AWS CLI reads
/// them (<https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html>).
///
/// @param byName the profiles by name
public record Profiles(Map<String, Profile> byName) {
  /// The name of the input in faults.
  public static final String CONFIGURATION = "the AWS configuration";

  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/\\S+");

  public Profiles {
    byName = Map.copyOf(byName);
  }

  /// The profiles with these names and settings.
  public static Profiles of(Map<String, Map<String, String>> settings) {
    return new Profiles(
        settings.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> new Profile(entry.getKey(), entry.getValue()))));
  }

  /// The roles that profiles stand for, in the order of the profiles' names.
  public List<ProfileRole> roles() {
    return byName.values().stream()
        .filter(Profile::assumesRole)
        .map(ProfileRole::of)
        .sorted(Comparator.comparing(ProfileRole::profile))
        .toList();
  }

  /// The name of the profile that may assume a role; empty if it is what the machine has.
  public Optional<String> sourceOf(ProfileRole role) {
    return find(role.profile()).flatMap(profile -> profile.setting("source_profile"));
  }

  /// The id of the account that a profile of IAM Identity Center leads to; empty for others.
  public Optional<String> ssoAccount(String name) {
    return find(name).flatMap(profile -> profile.setting("sso_account_id"));
  }

  Optional<Profile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The profile that somebody named.
  ///
  /// @param place the option or variable that names it
  /// @throws InvalidInputException if there is none
  Profile named(String name, String source, String place) {
    return find(name)
        .orElseThrow(() ->
            fault(
                source,
                place,
                "there is no profile '" + name + "'",
                Suggestion.remedy(
                    name, byName.keySet(), "name one of `aws configure list-profiles`")));
  }

  /// Finds out where the credentials of a profile come from.
  ///
  /// @param name a profile that is there
  /// @throws InvalidInputException if what it says of that cannot be
  public Source source(String name) {
    Profile profile = byName.getOrDefault(name, new Profile(name, Map.of()));
    return profile.assumesRole()
        ? assumed(profile, List.of(name))
        : new Source.OfProfile(name, profile.way());
  }

  /// The names of the profiles through which what may assume a role leads back to itself, the first
  /// of them once more at the end; empty if it does not.
  public List<String> circleOf(ProfileRole role) {
    List<String> visited = new ArrayList<>();
    Optional<Profile> next = find(role.profile());
    while (next.filter(Profile::assumesRole).isPresent()) {
      Profile profile = next.get();
      boolean isSource = !visited.isEmpty();
      if (isSource && profile.hasKeys()) {
        return List.of();
      }
      int before = visited.indexOf(profile.name());
      visited.add(profile.name());
      if (before >= 0) {
        return List.copyOf(visited.subList(before, visited.size()));
      }
      next = profile.setting("source_profile").flatMap(this::find);
    }
    return List.of();
  }

  private Source.Assumed assumed(Profile profile, List<String> visited) {
    Optional<String> from = profile.setting("source_profile");
    Optional<String> kind = profile.setting("credential_source");
    if (from.isPresent() == kind.isPresent()) {
      throw fault(
          profile,
          from.isPresent()
              ? "it has both source_profile and credential_source"
              : "it has role_arn, and neither source_profile nor credential_source",
          "write one of them: source_profile names the profile that may assume the role,"
              + " credential_source what this machine has (Environment, Ec2InstanceMetadata,"
              + " EcsContainer)");
    }
    ProfileRole role = ProfileRole.of(profile);
    if (!ROLE_ARN.matcher(role.arn()).matches()) {
      throw fault(
          profile,
          "role_arn '" + role.arn() + "' is not the ARN of a role",
          "write it like arn:aws:iam::111122223333:role/ri-expiry-reader");
    }
    return new Source.Assumed(
        role,
        from.map(name -> source(profile, name, visited))
            .orElseGet(() -> new Source.OfMachine(profile.name(), machine(profile))));
  }

  private static MachineSource machine(Profile profile) {
    String word = profile.setting("credential_source").orElse("");
    return MachineSource.of(word)
        .orElseThrow(() ->
            fault(
                profile,
                "credential_source '" + word + "' is none",
                Suggestion.remedy(
                    word,
                    MachineSource.words(),
                    "write one of " + String.join(", ", MachineSource.words()))));
  }

  /// What a profile names as its source. A source that has keys of its own is taken by them,
  /// whatever else it says: so a profile may be its own source.
  private Source source(Profile profile, String name, List<String> visited) {
    Profile source =
        find(name)
            .orElseThrow(() ->
                fault(
                    profile,
                    "its source_profile '" + name + "' is not there",
                    Suggestion.remedy(
                        name,
                        byName.keySet(),
                        "name one of `aws configure list-profiles`, or make it: aws configure"
                            + " --profile "
                            + name)));
    if (!source.assumesRole()) {
      return new Source.OfProfile(name, source.way());
    }
    if (source.hasKeys()) {
      return keys(source);
    }
    if (visited.contains(name)) {
      throw fault(
          profile,
          "source_profile leads in a circle: "
              + Stream.concat(visited.stream(), Stream.of(name)).collect(Collectors.joining(" → ")),
          "let one of them name a profile with credentials of its own");
    }
    List<String> further = new ArrayList<>(visited);
    further.add(name);
    return assumed(source, further);
  }

  private static Source.Keys keys(Profile profile) {
    return new Source.Keys(
        profile.name(),
        key(profile, "aws_access_key_id"),
        key(profile, "aws_secret_access_key"),
        profile.setting("aws_session_token"));
  }

  private static String key(Profile profile, String name) {
    return profile
        .setting(name)
        .orElseThrow(() ->
            fault(
                profile,
                "it has half of a key, without " + name,
                "complete it: aws configure --profile " + profile.name()));
  }

  private static InvalidInputException fault(Profile profile, String problem, String remedy) {
    return fault(CONFIGURATION, "profile " + profile.name(), problem, remedy);
  }

  private static InvalidInputException fault(
      String source, String place, String problem, String remedy) {
    return new InvalidInputException(source, List.of(new Fault(place, problem, remedy)));
  }
}
