package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.ConsoleLink;
import dev.riexpiry.alert.RenewalText;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.page.PageView.ColumnView;
import dev.riexpiry.page.PageView.RowView;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of commitments, soonest end first. A column of which nobody has anything is left out.
final class CommitmentList {
  private static final String ABSENT = "—";

  private final CheckSummary summary;
  private final List<Commitment> commitments;
  private final Map<Commitment, Expiring> expiring;
  private final Set<Commitment> ignored;
  private final Prices prices;
  private final boolean units;
  private final boolean owners;
  private final boolean worths;
  private final boolean renewals;

  private CommitmentList(CheckReport report) {
    this.summary = report.summary();
    this.commitments = listed(report);
    this.expiring =
        report.findings(Expiring.class).stream()
            .collect(
                Collectors.toMap(Expiring::commitment, Function.identity(), (first, _) -> first));
    this.ignored = report.ignored().stream().map(Ignored::commitment).collect(Collectors.toSet());
    this.prices = Prices.of(report);
    this.units = commitments.stream().anyMatch(item -> unit(label(item)).isPresent());
    this.owners = commitments.stream().anyMatch(item -> owner(item).isPresent());
    this.worths = commitments.stream().anyMatch(item -> atStake(item).isPresent());
    this.renewals = expiring.values().stream().anyMatch(item -> RenewalText.of(item).isPresent());
  }

  static CommitmentList of(CheckReport report) {
    return new CommitmentList(report);
  }

  /// The commitments that the files of a report are about: its inventory; without one, what is
  /// expiring or ignored.
  static List<Commitment> listed(CheckReport report) {
    return report
        .inventory()
        .orElseGet(() ->
            Stream.concat(
                    report.findings(Expiring.class).stream().map(Expiring::commitment),
                    report.ignored().stream().map(Ignored::commitment))
                .toList());
  }

  List<Commitment> commitments() {
    return commitments;
  }

  List<ColumnView> columns() {
    return Stream.of(
            Stream.of(
                new ColumnView("days", "n", "Days"),
                new ColumnView("last-day", "t", "Last day"),
                new ColumnView("account", "t", "Account")),
            column(units, "unit", "t", "Unit"),
            column(owners, "owner", "t", "Owner"),
            Stream.of(
                new ColumnView("service", "t", "Service"),
                new ColumnView("region", "t", "Region"),
                new ColumnView("what", "t", "What"),
                new ColumnView("id", "t", "Id"),
                new ColumnView("price", "n", "An hour")),
            column(worths, "at-stake", "n", "At stake a month"),
            Stream.of(new ColumnView("status", "t", "Status")),
            column(renewals, "renewal", "t", "Renewal"))
        .flatMap(columns -> columns)
        .toList();
  }

  private static Stream<ColumnView> column(boolean shown, String key, String order, String title) {
    return shown ? Stream.of(new ColumnView(key, order, title)) : Stream.empty();
  }

  List<RowView> rows() {
    return commitments.stream().map(this::row).toList();
  }

  private RowView row(Commitment commitment) {
    long days = summary.checkDate().daysLeft(commitment.end());
    AccountLabel account = label(commitment);
    Status status = status(commitment);
    return new RowView(
        status.tone(days),
        String.valueOf(days),
        summary.checkDate().lastDay(commitment.end()).toString(),
        PlainText.of(account.name()),
        account.name().equals(account.id().value()) ? "" : account.id().value(),
        cell(units, unit(account)),
        cell(owners, owner(commitment)),
        commitment.service().label(),
        PlainText.of(commitment.region()),
        PlainText.of(commitment.description()),
        PlainText.of(commitment.id()),
        commitment.label().name().filter(name -> !name.equals(commitment.id())).map(PlainText::of),
        status == Status.DUE ? ConsoleLink.of(commitment) : Optional.empty(),
        prices.hourly(commitment).map(Money::toString).map(PlainText::of).orElse(ABSENT),
        cell(worths, atStake(commitment)),
        status.word,
        cell(renewals, Optional.ofNullable(expiring.get(commitment)).flatMap(RenewalText::of)));
  }

  private AccountLabel label(Commitment commitment) {
    return summary.accounts().of(commitment.accountId());
  }

  private static Optional<String> cell(boolean shown, Optional<String> text) {
    return shown ? Optional.of(text.map(PlainText::of).orElse(ABSENT)) : Optional.empty();
  }

  private static Optional<String> unit(AccountLabel account) {
    return account.organizationalUnit().filter(unit -> !unit.isEmpty());
  }

  /// The value of the tag that is named `owner`, in whatever letters.
  private static Optional<String> owner(Commitment commitment) {
    return commitment.label().tags().entrySet().stream()
        .filter(tag -> tag.getKey().toLowerCase(Locale.ROOT).equals("owner"))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private Optional<String> atStake(Commitment commitment) {
    return summary
        .payer()
        .appraisals()
        .of(commitment)
        .flatMap(Appraisal::worth)
        .flatMap(worth -> worth.monthlyAtStake().map(amount -> money(amount, worth)));
  }

  private static String money(BigDecimal amount, Worth worth) {
    return new Money(amount, worth.currency()).toString();
  }

  private Status status(Commitment commitment) {
    if (ignored.contains(commitment)) {
      return Status.IGNORED;
    }
    Expiring found = expiring.get(commitment);
    if (found == null) {
      return Status.LATER;
    }
    return found.renewed()
        ? Status.RENEWED
        : summary.history().isDue(found) ? Status.DUE : Status.TOLD;
  }

  /// What there is to do about a commitment.
  private enum Status {
    DUE("due"),
    TOLD("told before"),
    RENEWED("renewed"),
    IGNORED("ignored"),
    LATER("later");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    private String tone(long days) {
      return switch (this) {
        case DUE, TOLD -> days <= 7 ? "now" : days <= 30 ? "soon" : "later";
        case RENEWED, IGNORED, LATER -> "";
      };
    }
  }
}
