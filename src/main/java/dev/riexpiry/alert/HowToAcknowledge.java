package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.policy.SilencingTag;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command with which somebody acknowledges a commitment, to be copied from a mail.
final class HowToAcknowledge {
  /// What a shell takes as it is. A command with anything else is not offered to be copied.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]*");

  private HowToAcknowledge() {}

  /// Writes it for what ends and was not renewed, with its account, since ids that people choose
  /// recur, and its last day; empty without a ledger.
  static Optional<String> of(Finding.OfCommitment finding, CheckSummary summary) {
    Commitment commitment = finding.commitment();
    return finding instanceof Expiring expiring
            && !expiring.renewed()
            && !expiring.silenced()
            && PLAIN.matcher(commitment.id()).matches()
        ? summary
            .terms()
            .ledgerTable()
            .map(table ->
                "ri-expiry-notifier ack %s --account %s --until %s%s --reason \"...\" --ledger-table %s"
                    .formatted(
                        commitment.id(),
                        commitment.accountId().value(),
                        summary.checkDate().lastDay(commitment.end()),
                        zone(summary.checkDate().zone()),
                        table))
        : Optional.empty();
  }

  /// Writes the zone in which the day ends, unless it is the one that the command takes by itself.
  private static String zone(ZoneId zone) {
    return zone.getId().equals("UTC") ? "" : " --time-zone " + zone.getId();
  }

  /// Writes that a tag silences it from now on, until when, and why.
  static Optional<String> silenced(Finding.OfCommitment finding) {
    return finding instanceof Expiring expiring && expiring.silencedByTag()
        ? expiring
            .acknowledgement()
            .map(decision ->
                "silent from now on until %s, as its tag %s says: %s"
                    .formatted(
                        Wording.day(decision.until()), SilencingTag.UNTIL, decision.reason()))
        : Optional.empty();
  }
}
