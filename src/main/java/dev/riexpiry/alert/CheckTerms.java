package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The terms of a check: what it is of, and who tells of it.
///
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
/// @param narrowing what the check was narrowed to
/// @param owners the tags that say who owns a commitment
/// @param sender what sends the alerts, if it is known
/// @param guidance whether the payer said where to ask
/// @param startUrl the portal through which links to the console go, if there is one
/// @param ledgerTable the table in which people may acknowledge a commitment, if there is one
public record CheckTerms(
    CheckDate checkDate,
    Milestones milestones,
    Narrowing narrowing,
    OwnerTags owners,
    Optional<Sender> sender,
    Guidance guidance,
    Optional<StartUrl> startUrl,
    Optional<String> ledgerTable) {
  /// The most accounts, regions or services that a sentence names.
  private static final int MOST_NAMED = 5;

  public CheckTerms {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(narrowing, "narrowing is null");
    requireNonNull(owners, "owners is null");
    requireNonNull(sender, "sender is null");
    requireNonNull(guidance, "guidance is null");
    requireNonNull(startUrl, "startUrl is null");
    requireNonNull(ledgerTable, "ledgerTable is null");
  }

  /// The terms of a check without a ledger.
  public CheckTerms(
      CheckDate checkDate,
      Milestones milestones,
      Narrowing narrowing,
      OwnerTags owners,
      Optional<Sender> sender,
      Guidance guidance,
      Optional<StartUrl> startUrl) {
    this(checkDate, milestones, narrowing, owners, sender, guidance, startUrl, Optional.empty());
  }

  /// The terms of a check that no payer may guide, and whose links go straight to the console.
  public CheckTerms(
      CheckDate checkDate,
      Milestones milestones,
      Narrowing narrowing,
      OwnerTags owners,
      Optional<Sender> sender) {
    this(checkDate, milestones, narrowing, owners, sender, Guidance.OFF, Optional.empty());
  }

  /// The terms of a check of everything, of which nobody says what sends its alerts.
  public CheckTerms(CheckDate checkDate, Milestones milestones) {
    this(checkDate, milestones, Narrowing.NONE, OwnerTags.DEFAULT, Optional.empty());
  }

  /// Names, for people, what the check was narrowed to; empty if it looked at everything.
  public Optional<String> narrowedTo(AccountLabels accounts) {
    return narrowing.isNone()
        ? Optional.empty()
        : Optional.of(
            Stream.of(
                    part(
                        "account",
                        narrowing.accounts().stream().map(id -> accounts.of(id).toString())),
                    part("region", narrowing.regions().stream()),
                    part("service", narrowing.services().stream().map(Service::label)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; ")));
  }

  private static Optional<String> part(String noun, Stream<String> names) {
    List<String> all = names.map(PlainText::of).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s%s %s%s"
                .formatted(
                    noun,
                    all.size() == 1 ? "" : "s",
                    all.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                    all.size() > MOST_NAMED
                        ? " and " + Wording.number(all.size() - MOST_NAMED) + " more"
                        : ""));
  }
}
