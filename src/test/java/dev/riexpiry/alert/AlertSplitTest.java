package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertSplitTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AlertComposer DIGEST = new AlertComposer(Grouping.DIGEST);
  private static final int LIMIT = 262_144;

  private static List<Expiring> expiring(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            Sample.expiring(
                Sample.ec2(Sample.WEB, "reservation-%04d-本番".formatted(i), "2026-05-11T03:59:59Z"),
                7,
                7))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(List<Alert> alerts) {
    List<String> ids = new ArrayList<>();
    for (Alert alert : alerts) {
      json(alert.json())
          .get("expiring")
          .forEach(item -> ids.add(item.get("commitmentId").asText()));
    }
    return ids;
  }

  private static void assertSmallEnough(List<Alert> alerts) {
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(AlertSample.bytes(alert)).isLessThanOrEqualTo(LIMIT));
  }

  private static List<Alert> digest(List<? extends Finding> findings) {
    return AlertSample.compose(DIGEST, AlertSample.summary(findings));
  }

  private static List<Finding> both(List<? extends Finding> some, List<? extends Finding> more) {
    return Stream.<Finding>concat(some.stream(), more.stream()).toList();
  }

  @Test
  void fourHundredAreTold() {
    List<Expiring> expiring = expiring(400);
    List<Alert> alerts = digest(expiring);

    assertSmallEnough(alerts);
    assertThat(ids(alerts))
        .containsExactlyElementsOf(expiring.stream().map(item -> item.commitment().id()).toList());
    assertThat(alerts).hasSize(2);
    for (int i = 0; i < alerts.size(); i++) {
      Alert alert = alerts.get(i);
      assertThat(alert.subject())
          .isEqualTo("400 AWS reservations end in 7 days: web-prod (%d/2)".formatted(i + 1));
      assertThat(alert.mail())
          .startsWith("400 AWS reservations end in 7 days.\n")
          .contains(
              "This is message %d of 2; the check found 400 expiring commitments in all.\n"
                  .formatted(i + 1));
      assertThat(json(alert.json()).get("part"))
          .isEqualTo(json("{\"number\": %d, \"of\": 2}".formatted(i + 1)));
    }
    assertThat(alerts.stream().flatMap(alert -> alert.findings().stream()))
        .containsExactlyElementsOf(expiring);
  }

  @Test
  void eachReservationStandsInTheMailOfOnePartOnly() {
    List<Alert> alerts = digest(expiring(400));

    for (Expiring item : expiring(400)) {
      assertThat(alerts.stream().filter(alert -> alert.mail().contains(item.commitment().id())))
          .as(item.commitment().id())
          .hasSize(1);
    }
  }

  @Test
  void makesNoMoreMessagesThanItMust() {
    List<Alert> alerts = digest(expiring(400));

    int bytes = alerts.stream().mapToInt(Alert::bytes).sum();
    assertThat(alerts.size()).isEqualTo(Math.ceilDiv(bytes, LIMIT));
  }

  @Test
  void splitsAnAccountsAlertToo() {
    List<Alert> alerts = AlertSample.compose(Grouping.ACCOUNT, expiring(400));

    assertSmallEnough(alerts);
    assertThat(ids(alerts)).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void everyPartSaysAtItsTopWhatAllOfThemHold() {
    List<Alert> alerts =
        AlertSample.compose(
            new AlertComposer(Grouping.DIGEST, 1),
            AlertSample.summary(both(expiring(2), List.of(denied(Sample.TOOLS, "eu-west-1")))));

    assertThat(alerts).hasSize(3);
    assertThat(alerts.get(0).mail())
        .contains(
            "INCOMPLETE: 1 target could not be read; the end of the last message says why.\n");
    assertThat(alerts.get(2).subject())
        .isEqualTo(
            "2 AWS reservations end in 7 days; INCOMPLETE, 1 not read: web-prod, tools (3/3)");
    assertThat(alerts.get(2).mail())
        .startsWith(
            """
            2 AWS reservations end in 7 days.
            A reservation does not renew: once it has ended, what it covered is billed at
            the on-demand price. Buy its successor, or let it go on purpose.

            INCOMPLETE: 1 target could not be read; the end of this mail says why.

            This is message 3 of 3; the check found 2 expiring commitments in all.

            COULD NOT BE READ - a commitment there may be ending unseen
            """);
  }

  private static Unread denied(AccountId id, String region) {
    return Sample.unread(id, region, Service.RDS, Sample.denied("rds:DescribeReservedDBInstances"));
  }

  @Test
  void fiftyOneThousandUnreadableTargetsOfFewCausesAreToldByExamples() {
    List<Failure> causes =
        List.of(
            Sample.denied("ec2:DescribeReservedInstances"),
            Sample.denied("rds:DescribeReservedDBInstances"),
            new Failure("rds:DescribeReservedDBInstances", "Timeout", "no answer", "run it again"));
    Map<AccountId, String> names = new HashMap<>();
    List<Unread> unread = new ArrayList<>();
    for (int i = 0; i < 51_000; i++) {
      AccountId id = new AccountId("%012d".formatted(i / 17));
      names.put(id, "account-" + i / 17);
      // The rarest cause comes last and once.
      Failure cause = i == 50_999 ? causes.get(2) : causes.get(i % 2);
      unread.add(Sample.unread(id, "region-" + i % 17, Service.RDS, cause));
    }

    List<Alert> alerts =
        AlertSample.compose(DIGEST, AlertSample.summary(both(expiring(1), unread), names));

    Alert alert = AlertSample.only(alerts);
    assertSmallEnough(alerts);
    assertThat(alert.subject()).contains("INCOMPLETE, 51,000 not read");
    assertThat(alert.mail())
        .contains("INCOMPLETE: 51,000 targets could not be read; the end of this mail says why.\n")
        .contains("\n  ec2:DescribeReservedInstances: AccessDenied, ")
        .contains("\n  rds:DescribeReservedDBInstances: AccessDenied, ")
        .contains(
            "\n  rds:DescribeReservedDBInstances: Timeout, no answer\n  To mend it: run it again\n")
        .contains("\n  Not listed here: 50,959 targets; the report of this run names each.\n");
  }

  @Test
  void saysWhatStaysUntoldOnceInTheLastOfSeveralMessages() {
    List<Unread> unread =
        IntStream.range(0, 100)
            .mapToObj(i -> denied(Sample.TOOLS, "region-%03d".formatted(i)))
            .toList();
    List<Alert> alerts =
        AlertSample.compose(
            new AlertComposer(Grouping.DIGEST, 60_000),
            AlertSample.summary(both(expiring(70), unread)));

    assertThat(alerts.size()).isGreaterThan(1);
    assertThat(alerts.subList(0, alerts.size() - 1))
        .allSatisfy(alert -> assertThat(alert.mail()).doesNotContain("Not listed"));
    assertThat(alerts.getLast().mail())
        .contains("\n  Not listed here: 40 targets; the report of this run names each.\n");
  }

  private static List<Unread> deniedForCauses(int places, int causes) {
    return IntStream.range(0, places)
        .mapToObj(i ->
            Sample.unread(
                Sample.TOOLS,
                "region-" + i,
                Service.EC2,
                Sample.denied("ec2:Describe%d.".formatted(i % causes))))
        .toList();
  }

  @Test
  void givesEachCauseAnExampleIfThereAreNoMoreThanSixty() {
    List<Alert> alerts = digest(deniedForCauses(300, 60));

    assertSmallEnough(alerts);
    String mails = String.join("", alerts.stream().map(Alert::mail).toList());
    for (int i = 0; i < 60; i++) {
      assertThat(mails).contains("  ec2:Describe" + i + ".: AccessDenied");
    }
    assertThat(mails)
        .contains("  Not listed here: 240 targets; the report of this run names each.");
  }

  @Test
  void givesTheFirstSixtyOfManyCausesAnExampleAndCountsTheOthers() {
    Alert alert = AlertSample.only(digest(deniedForCauses(300, 100)));

    assertThat(alert.mail())
        .contains("  ec2:Describe59.: AccessDenied")
        .doesNotContain("  ec2:Describe60.: AccessDenied")
        .contains("  Not listed here: 240 targets; the report of this run names each.");
    assertThat(alert.findings()).hasSize(300);
  }
}
