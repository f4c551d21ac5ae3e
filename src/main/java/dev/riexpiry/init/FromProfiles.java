package dev.riexpiry.init;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.signin.ProfileRole;
import dev.riexpiry.signin.Profiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes accounts of the profiles that stand for a role in another account than their own source.
///
/// Of several profiles of one account one is taken: that of the role that `member-role.yaml` makes,
/// else one that asks for no MFA code, which a check cannot give for every account, else the first
/// by name.
public final class FromProfiles {
  /// The name of the role that `member-role.yaml` makes.
  public static final String READER = "ri-expiry-reader";

  private static final Pattern OWNER =
      Pattern.compile("arn:aws[a-z-]*:iam::(?<account>[0-9]{12}):.*");

  private final Profiles profiles;
  private final List<String> notes = new ArrayList<>();

  private FromProfiles(Profiles profiles) {
    this.profiles = profiles;
  }

  /// Makes the accounts, in the order of the profiles' names.
  public static Proposal of(Profiles profiles) {
    return new FromProfiles(profiles).proposal();
  }

  private Proposal proposal() {
    Map<AccountId, List<Candidate>> byAccount = new TreeMap<>();
    for (ProfileRole role : profiles.roles()) {
      candidate(role)
          .ifPresent(candidate ->
              byAccount
                  .computeIfAbsent(candidate.account().id(), _ -> new ArrayList<>())
                  .add(candidate));
    }
    List<Candidate> chosen =
        byAccount.values().stream()
            .map(this::chosen)
            .sorted(Comparator.comparing(candidate -> candidate.account().name()))
            .toList();
    sayHowToStart(chosen);
    return new Proposal(chosen.stream().map(Candidate::account).toList(), notes);
  }

  private Optional<Candidate> candidate(ProfileRole profile) {
    Optional<RemoteRole> role = RemoteRole.parse(profile.arn());
    Optional<AccountId> id = role.flatMap(RemoteRole::accountId);
    if (id.isEmpty()) {
      notes.add(
          "profile %s is left out: its role_arn is not the ARN of a role"
              .formatted(profile.profile()));
      return Optional.empty();
    }
    if (profile.externalId().filter(text -> !ExternalId.isValid(text)).isPresent()) {
      notes.add(
          "profile %s is left out: its external_id is none that AWS takes"
              .formatted(profile.profile()));
      return Optional.empty();
    }
    List<String> circle = profiles.circleOf(profile);
    if (!circle.isEmpty()) {
      notes.add(
          "profile %s is left out: source_profile leads in a circle: %s"
              .formatted(profile.profile(), String.join(" → ", circle)));
      return Optional.empty();
    }
    if (ownAccount(profile).equals(Optional.of(id.get().value()))) {
      notes.add(
          "profile %s is left out: its role is in account %s, as is what assumes it; to read that account with your own credentials, add it without remoteRole"
              .formatted(profile.profile(), id.get()));
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            profile,
            new Account(
                profile.profile(),
                id.get(),
                role,
                profile.externalId().map(ExternalId::new),
                new RegionChoice.AllEnabled(),
                Optional.empty())));
  }

  /// The account of what assumes a role, where the configuration tells: by its MFA device, or its
  /// SSO account.
  private Optional<String> ownAccount(ProfileRole profile) {
    return profile
        .mfaSerial()
        .map(OWNER::matcher)
        .filter(Matcher::matches)
        .map(owner -> owner.group("account"))
        .or(() -> profiles.sourceOf(profile).flatMap(profiles::ssoAccount));
  }

  private Candidate chosen(List<Candidate> candidates) {
    Candidate chosen = candidates.stream().min(Candidate.BEST_FIRST).orElseThrow();
    candidates.stream()
        .filter(other -> !other.equals(chosen))
        .forEach(other ->
            notes.add(
                "account %s is listed once, by profile %s (%s): %s; profile %s (%s) is left out"
                    .formatted(
                        chosen.account().id(),
                        chosen.profile().profile(),
                        chosen.role(),
                        chosen.betterBecause(other),
                        other.profile().profile(),
                        other.role())));
    return chosen;
  }

  private void sayHowToStart(List<Candidate> chosen) {
    TreeSet<String> sources = new TreeSet<>();
    chosen.forEach(candidate -> profiles.sourceOf(candidate.profile()).ifPresent(sources::add));
    if (sources.size() > 1) {
      notes.add(
          "these roles are assumed by several profiles (%s), and a check starts from one: make the others trust it, or keep a file for each"
              .formatted(String.join(", ", sources)));
    } else if (!sources.isEmpty()) {
      notes.add("these roles are assumed with --profile " + sources.first());
    }
  }

  /// @param profile the profile
  /// @param account what it becomes
  private record Candidate(ProfileRole profile, Account account) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparing((Candidate candidate) -> !candidate.reads())
            .thenComparing(candidate -> candidate.profile.mfaSerial().isPresent())
            .thenComparing(candidate -> candidate.profile.profile());

    boolean reads() {
      return account.role().map(RemoteRole::name).filter(READER::equals).isPresent();
    }

    String role() {
      return account.role().map(RemoteRole::name).orElse("");
    }

    String betterBecause(Candidate other) {
      if (reads() != other.reads()) {
        return "its role is the one that member-role.yaml makes";
      }
      return profile.mfaSerial().isPresent() == other.profile.mfaSerial().isPresent()
          ? "it comes first by its name"
          : "it needs no MFA code";
    }
  }
}
