package dev.riexpiry.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        .allSatisfy(alert ->
            assertThat(
                    alert.message().getBytes(UTF_8).length
                        + alert.subject().length()
                        + alert.attributes().accountIdArray().length()
                        + alert.attributes().serviceArray().length()
                        + "accountIdsString.ArrayservicesString.ArrayminDaysLeftNumber3650completeStringfalse"
                            .length())
                .isLessThanOrEqualTo(LIMIT));
  }

  @Test
  void fourHundredAreTold() {
    List<Expiring> expiring = expiring(400);
    List<Alert> alerts = DIGEST.compose(AlertSample.summary(400, 0), expiring, List.of());

    assertSmallEnough(alerts);
    assertThat(ids(alerts))
        .containsExactlyElementsOf(expiring.stream().map(item -> item.commitment().id()).toList());
    assertThat(alerts).hasSize(8);
    for (int i = 0; i < alerts.size(); i++) {
      Alert alert = alerts.get(i);
      assertThat(alert.subject())
          .isEqualTo(
              "%d AWS reservations end in 7 days: web-prod (%d/8)"
                  .formatted(alert.expiring(), i + 1));
      assertThat(alert.mail())
          .contains(
              "This is message %d of 8; the check found 400 expiring commitments in all.\n"
                  .formatted(i + 1));
      assertThat(json(alert.json()).get("part"))
          .isEqualTo(json("{\"number\": %d, \"of\": 8}".formatted(i + 1)));
    }
    assertThat(alerts.stream().mapToInt(Alert::expiring).sum()).isEqualTo(400);
  }

  @Test
  void eachReservationStandsInTheMailOfOnePartOnly() {
    List<Alert> alerts = DIGEST.compose(AlertSample.summary(400, 0), expiring(400), List.of());

    for (Expiring item : expiring(400)) {
      assertThat(alerts.stream().filter(alert -> alert.mail().contains(item.commitment().id())))
          .as(item.commitment().id())
          .hasSize(1);
    }
  }

  @Test
  void makesNoMoreMessagesThanItMust() {
    List<Alert> alerts = DIGEST.compose(AlertSample.summary(400, 0), expiring(400), List.of());

    int bytes = alerts.stream().mapToInt(Alert::bytes).sum();
    assertThat(alerts.size()).isEqualTo(Math.ceilDiv(bytes, LIMIT));
  }

  @Test
  void splitsAnAccountsAlertToo() {
    List<Alert> alerts =
        new AlertComposer(Grouping.ACCOUNT)
            .compose(AlertSample.summary(400, 0), expiring(400), List.of());

    assertSmallEnough(alerts);
    assertThat(ids(alerts)).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void thePartThatHoldsOnlyWhatCouldNotBeReadDoesNotSayThatNothingIsEnding() {
    List<Unreadable> unreadable = List.of(denied(Sample.TOOLS, "eu-west-1"));
    List<Alert> alerts =
        new AlertComposer(Grouping.DIGEST, 1)
            .compose(AlertSample.summary(2, 1), expiring(2), unreadable);

    assertThat(alerts).hasSize(3);
    assertThat(alerts.get(0).mail())
        .contains(
            "INCOMPLETE: 1 target could not be read; the end of the last message says why.\n");
    assertThat(alerts.get(2).subject())
        .isEqualTo("AWS commitments: check INCOMPLETE, 1 target not read: tools (3/3)");
    assertThat(alerts.get(2).mail())
        .startsWith(
            """
            INCOMPLETE: 1 target could not be read.
            Elsewhere the check found 2 expiring commitments; other messages tell of them.

            This is message 3 of 3; the check found 2 expiring commitments in all.
            """);
  }

  private static Unreadable denied(AccountId id, String region) {
    return Sample.unreadable(
        id, "tools", region, Service.RDS, Sample.denied("rds:DescribeReservedDBInstances"));
  }

  @Test
  void fiftyOneThousandUnreadableTargetsOfFewCausesAreToldByExamples() {
    List<Failure> causes =
        List.of(
            Sample.denied("ec2:DescribeReservedInstances"),
            Sample.denied("rds:DescribeReservedDBInstances"),
            new Failure("rds:DescribeReservedDBInstances", "Timeout", "no answer", "run it again"));
    Map<AccountId, String> names = new HashMap<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (int i = 0; i < 51_000; i++) {
      AccountId id = new AccountId("%012d".formatted(i / 17));
      names.put(id, "account-" + i / 17);
      // The rarest cause comes last and once.
      Failure cause = i == 50_999 ? causes.get(2) : causes.get(i % 2);
      unreadable.add(
          Sample.unreadable(id, "account-" + i / 17, "region-" + i % 17, Service.RDS, cause));
    }

    List<Alert> alerts =
        DIGEST.compose(AlertSample.summary(1, 51_000, names), expiring(1), unreadable);

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
    List<Unreadable> unreadable =
        IntStream.range(0, 100)
            .mapToObj(i -> denied(Sample.TOOLS, "region-%03d".formatted(i)))
            .toList();
    List<Alert> alerts =
        new AlertComposer(Grouping.DIGEST, 20_000)
            .compose(AlertSample.summary(1, 100), expiring(1), unreadable);

    assertThat(alerts.size()).isGreaterThan(1);
    assertThat(alerts.subList(0, alerts.size() - 1))
        .allSatisfy(alert -> assertThat(alert.mail()).doesNotContain("Not listed"));
    assertThat(alerts.getLast().mail())
        .contains("\n  Not listed here: 40 targets; the report of this run names each.\n");
  }

  @Test
  void givesEachCauseAnExampleHoweverManyCausesThereAre() {
    List<Unreadable> unreadable =
        IntStream.range(0, 300)
            .mapToObj(i ->
                Sample.unreadable(
                    Sample.TOOLS,
                    "tools",
                    "region-" + i % 100,
                    Service.EC2,
                    Sample.denied("ec2:Describe" + i % 100)))
            .toList();
    List<Alert> alerts = DIGEST.compose(AlertSample.summary(0, 300), List.of(), unreadable);

    assertSmallEnough(alerts);
    String mails = String.join("", alerts.stream().map(Alert::mail).toList());
    for (int i = 0; i < 100; i++) {
      assertThat(mails).contains("  ec2:Describe" + i + ": AccessDenied");
    }
  }
}
