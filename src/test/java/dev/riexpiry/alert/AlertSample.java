package dev.riexpiry.alert;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The findings of one check, for the tests of messages about them.
public final class AlertSample {
  public static final CheckDate CHECK_DATE =
      new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC"));

  static final Map<AccountId, String> NAMES =
      Map.of(Sample.TOOLS, "tools", Sample.WEB, "web-prod", Sample.DATA, "data-prod");

  public static final Expiring WEB_IN_7_DAYS =
      Sample.expiring(
          Sample.ec2(Sample.WEB, "4357912c-0000-4000-8000-6d2f0e6f0001", "2026-05-11T03:59:59Z"),
          7,
          7);
  public static final Expiring DATA_IN_29_DAYS =
      Sample.expiring(Sample.rds(Sample.DATA, "orders-2025", "2026-06-02T09:30:00Z"), 29, 30);

  /// Names, types and the longest values of the attributes whose values are no lists.
  private static final String AROUND_ATTRIBUTES =
      "accountIdsString.ArrayservicesString.ArrayminDaysLeftNumber-3650completeStringfalse";

  private AlertSample() {}

  /// The summary of a check that found something in accounts of the usual names.
  public static CheckSummary summary(List<? extends Finding> findings) {
    return summary(findings, NAMES);
  }

  public static CheckSummary summary(
      List<? extends Finding> findings, Map<AccountId, String> names) {
    return summary(findings, labels(names));
  }

  static CheckSummary summary(List<? extends Finding> findings, AccountLabels labels) {
    int unread =
        (int) Finding.only(Unread.class, findings).stream().map(Unread::place).distinct().count();
    return new CheckSummary(
        new CheckTerms(CHECK_DATE, Milestones.DEFAULT),
        new ReadCounts(3, 3, Math.max(0, 102 - unread), unread, 340),
        labels,
        new Found(List.copyOf(findings), History.NONE, 0),
        PayerKnowledge.NONE);
  }

  /// Accounts of which only the name is known.
  static AccountLabels labels(Map<AccountId, String> names) {
    return labels(
        names.entrySet().stream()
            .map(entry -> Sample.account(entry.getValue(), entry.getKey()))
            .toArray(Account[]::new));
  }

  static AccountLabels labels(Account... accounts) {
    return new AccountLabels(
        Arrays.stream(accounts).collect(Collectors.toMap(Account::id, Account::label)));
  }

  /// The news of everything that is due, for the default topic.
  public static News news(CheckSummary summary) {
    return new News(Optional.empty(), summary.due(), summary.renewed(), List.of());
  }

  /// The alerts of a check that tells everything to the default topic.
  static List<Alert> compose(AlertComposer composer, CheckSummary summary) {
    return composer.compose(summary, news(summary));
  }

  /// The alerts of a check that tells everything to the default topic.
  static List<Alert> compose(Grouping grouping, List<? extends Finding> findings) {
    return compose(new AlertComposer(grouping), summary(findings));
  }

  /// The only alert of a digest.
  public static Alert only(List<Alert> alerts) {
    if (alerts.size() != 1) {
      throw new AssertionError("not one alert: " + alerts);
    }
    return alerts.getFirst();
  }

  /// Counts the bytes of an alert anew, as SNS does.
  static int bytes(Alert alert) {
    return alert.message().getBytes(StandardCharsets.UTF_8).length
        + alert.subject().length()
        + alert.attributes().accountIdArray().length()
        + alert.attributes().serviceArray().length()
        + AROUND_ATTRIBUTES.length();
  }
}
