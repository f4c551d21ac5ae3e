package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Reconciliation.Period;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes what comparing the accounts with the payer's Cost Explorer has shown: one sentence where
/// they agree, the differences where they do not.
final class ComparisonText {
  /// The most differences that a mail names.
  private static final int MOST = 20;

  /// The most reasons for an incomplete comparison that a mail names.
  private static final int MOST_FAILURES = 3;

  private ComparisonText() {}

  static Optional<MailView.ComparisonView> of(
      Reconciliation reconciliation, AccountLabels accounts) {
    return reconciliation
        .besideAccounts()
        .map(period ->
            new MailView.ComparisonView(
                Optional.of(Wording.day(period.to())).filter(_ -> reconciliation.agrees()),
                reconciliation.failures().stream()
                    .limit(MOST_FAILURES)
                    .map(failure ->
                        new MailView.Doubt(
                            PlainText.of(failure.reason()), PlainText.of(failure.remedy())))
                    .toList(),
                differences(reconciliation, period, accounts)));
  }

  private static Optional<MailView.DifferencesView> differences(
      Reconciliation reconciliation, Period period, AccountLabels accounts) {
    List<String> lines =
        Stream.of(
                reconciliation.unjoined().stream()
                    .map(service ->
                        service.label()
                            + ": cannot be joined, since not one commitment is in both lists"),
                reconciliation.accountOnly().stream().map(item -> line(item, accounts)),
                reconciliation.payerOnly().stream().map(item -> line(item, accounts)),
                reconciliation.disputed().stream().map(item -> line(item, accounts)))
            .flatMap(all -> all)
            .limit(MOST)
            .toList();
    int hidden = reconciliation.unjoined().size() + reconciliation.differences() - lines.size();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailView.DifferencesView(
                Wording.day(period.to()),
                lines,
                Optional.of(hidden).filter(count -> count > 0).map(Wording::number)));
  }

  private static String line(Difference difference, AccountLabels accounts) {
    Commitment commitment = difference.commitment();
    return PlainText.of(
        "%s, %s, %s, %s: %s; %s"
            .formatted(
                accounts.of(commitment.accountId()),
                commitment.region(),
                commitment.service().label(),
                commitment.id(),
                difference.detail(),
                difference.remedy()));
  }
}
