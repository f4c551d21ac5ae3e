package dev.riexpiry.alert;



import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one check found, for the tests of what is told of it.
final class AlertSample {
  static final Map<AccountId, String> NAMES =
      Map.of(Sample.TOOLS, "tools", Sample.WEB, "web-prod", Sample.DATA, "data-prod");

  static final Expiring WEB_IN_7_DAYS =
      Sample.expiring(
          Sample.ec2(Sample.WEB, "4357912c-0000-4000-8000-6d2f0e6f0001", "2026-05-11T03:59:59Z"),
          7,
          7);
  static final Expiring DATA_IN_29_DAYS =
      Sample.expiring(Sample.rds(Sample.DATA, "orders-2025", "2026-06-02T09:30:00Z"), 29, 30);

  private AlertSample() {}

  static CheckSummary summary(int expiring, int targetsUnreadable) {
    return summary(expiring, targetsUnreadable, NAMES);
  }

  static CheckSummary summary(int expiring, int targetsUnreadable, Map<AccountId, String> names) {
    return new CheckSummary(
        new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
        Milestones.DEFAULT,
        new ReadCounts(3, 3, Math.max(0, 102 - targetsUnreadable), targetsUnreadable, 340),
        expiring,
        accounts(names));
  }

  /// Accounts of which only the name is known.
  static Map<AccountId, Account> accounts(Map<AccountId, String> names) {
    return names.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> Sample.account(entry.getValue(), entry.getKey())));
  }

  /// The only alert of a digest.
  static Alert only(List<Alert> alerts) {
    if (alerts.size() != 1) {
      throw new AssertionError("not one alert: " + alerts);
    }
    return alerts.getFirst();
  }
}
