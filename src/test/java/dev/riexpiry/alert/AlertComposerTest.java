package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertComposerTest {
  private static final Unread WHOLE_TOOLS =
      Sample.unread(Sample.TOOLS, Sample.denied("sts:AssumeRole"));
  private static final Unread DATA_EC2 =
      Sample.unread(
          Sample.DATA, "us-east-1", Service.EC2, Sample.denied("ec2:DescribeReservedInstances"));
  private static final List<Expiring> EXPIRING =
      List.of(AlertSample.WEB_IN_7_DAYS, AlertSample.DATA_IN_29_DAYS);
  private static final List<Unread> UNREAD = List.of(WHOLE_TOOLS, DATA_EC2);

  private static List<Alert> compose(
      Grouping grouping, List<Expiring> expiring, List<Unread> unread) {
    return AlertSample.compose(grouping, both(expiring, unread));
  }

  private static List<Finding> both(List<Expiring> expiring, List<Unread> unread) {
    return Stream.<Finding>concat(expiring.stream(), unread.stream()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void isSilentWhereNothingIsEndingAndAllWasRead(Grouping grouping) {
    assertThat(compose(grouping, List.of(), List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNT")
  void saysWhatCouldNotBeReadWhereNothingIsEnding(Grouping grouping) {
    Alert alert = AlertSample.only(compose(grouping, List.of(), UNREAD));

    assertThat(alert.subject())
        .isEqualTo(
            "AWS commitments: check INCOMPLETE, 1 account and 1 target not read: tools, data-prod");
    assertThat(alert.findings(Expiring.class).size()).isZero();
    assertThat(alert.attributes())
        .isEqualTo(
            new AlertAttributes(
                List.of(Sample.TOOLS, Sample.DATA), Service.ALL, OptionalInt.empty(), false));
  }

  @Test
  void makesOneAlertOfADigest() {
    Alert alert = AlertSample.only(compose(Grouping.DIGEST, EXPIRING, UNREAD));

    assertThat(alert.subject())
        .isEqualTo(
            "2 AWS reservations end, the first in 7 days; INCOMPLETE, 2 not read: web-prod,"
                + " data-prod, tools");
    assertThat(alert.attributes())
        .isEqualTo(
            new AlertAttributes(
                List.of(Sample.WEB, Sample.DATA, Sample.TOOLS),
                // A whole account that could not be read may hold something of any service.
                Service.ALL,
                OptionalInt.of(7),
                false));
    assertThat(alert.findings(Expiring.class).size()).isEqualTo(2);
  }

  @Test
  void makesOneAlertForEachAccountThatTellsOfThatAccountOnly() {
    List<Alert> alerts = compose(Grouping.ACCOUNT, EXPIRING, UNREAD);

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "1 AWS reservation ends in 29 days; INCOMPLETE, 1 not read: data-prod",
            "AWS commitments: check INCOMPLETE, 1 account not read: tools");
    assertThat(alerts)
        .extracting(alert -> alert.attributes().accountIds())
        .containsExactly(List.of(Sample.WEB), List.of(Sample.DATA), List.of(Sample.TOOLS));
  }

  @Test
  void saysInEachAccountsAlertWhatTheOthersHold() {
    List<Alert> alerts = compose(Grouping.ACCOUNT, EXPIRING, UNREAD);

    assertThat(alerts.get(0).mail())
        .contains(
            "Elsewhere something could not be read; another message of this check says what.\n")
        .doesNotContain("COULD NOT BE READ");
    assertThat(alerts.get(1).mail())
        .contains("INCOMPLETE: 1 target could not be read; the end of this mail says why.\n")
        .doesNotContain("Not listed");
    assertThat(alerts.get(2).mail())
        .startsWith(
            """
            INCOMPLETE: 1 account could not be read.
            Elsewhere the check found 2 expiring commitments; other messages tell of them.
            """);
  }

  @Test
  void makesOneAlertForEachReservationAndOneForWhatCouldNotBeRead() {
    List<Alert> alerts = compose(Grouping.RESERVATION, EXPIRING, UNREAD);

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "1 AWS reservation ends in 29 days: data-prod",
            "AWS commitments: check INCOMPLETE, 1 account and 1 target not read: tools,"
                + " data-prod");
    assertThat(alerts)
        .extracting(alert -> alert.findings(Expiring.class).size())
        .containsExactly(1, 1, 0);
    assertThat(alerts).allSatisfy(alert -> assertThat(alert.attributes().complete()).isFalse());
  }

  @Test
  void countsATargetWithTwoFaultsOnce() {
    Unread again = Sample.unread(Sample.DATA, "us-east-1", Service.EC2, Sample.denied("ec2:Other"));

    assertThat(
            AlertSample.only(compose(Grouping.DIGEST, List.of(), List.of(DATA_EC2, again)))
                .subject())
        .isEqualTo("AWS commitments: check INCOMPLETE, 1 target not read: data-prod");
  }

  @Test
  void makesOneAlertForEachOrganizationalUnit() {
    CheckSummary summary =
        AlertSample.summary(
            both(EXPIRING, UNREAD),
            AlertSample.labels(
                Sample.account("web-prod", Sample.WEB).in("Workloads/Web"),
                Sample.account("data-prod", Sample.DATA).in("Workloads/Data"),
                Sample.account("tools", Sample.TOOLS)));

    List<Alert> alerts = AlertSample.compose(new AlertComposer(Grouping.OU), summary);

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "1 AWS reservation ends in 29 days; INCOMPLETE, 1 not read: data-prod",
            "AWS commitments: check INCOMPLETE, 1 account not read: tools");
  }

  @Test
  void namesEveryUnreadableAccountInTheAttributesAlsoThoseThatAreOnlyCounted() {
    List<Unread> unread = new ArrayList<>();
    List<AccountId> ids = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      AccountId id = new AccountId("2222333344%02d".formatted(i % 100));
      ids.add(id);
      unread.add(
          Sample.unread(
              id,
              "region-" + i / 100,
              i == 199 ? Service.RDS : Service.EC2,
              Sample.denied("ec2:DescribeReservedInstances")));
    }

    AlertAttributes attributes =
        AlertSample.only(compose(Grouping.DIGEST, List.of(), unread)).attributes();

    assertThat(attributes.accountIds()).containsExactlyElementsOf(ids.subList(0, 100));
    assertThat(attributes.services()).containsExactly(Service.EC2, Service.RDS);
  }

  @Test
  void namesThoseThatAreOnlyCountedInTheMessageThatCountsThem() {
    List<Unread> unread =
        IntStream.range(0, 2_000)
            .mapToObj(i ->
                Sample.unread(
                    new AccountId("22223333%04d".formatted(i)), Sample.denied("sts:AssumeRole")))
            .toList();

    List<Alert> alerts =
        AlertSample.compose(
            new AlertComposer(Grouping.DIGEST, 20_000), AlertSample.summary(unread));

    assertThat(alerts.size()).isGreaterThan(1);
    for (Alert alert : alerts) {
      assertThat(alert.attributes().accountIds()).isEqualTo(owners(alert.findings()));
    }
    assertThat(alerts.stream().flatMap(alert -> alert.attributes().accountIds().stream()).toList())
        .containsExactlyElementsOf(owners(unread));
  }

  private static List<AccountId> owners(List<? extends Finding> findings) {
    return findings.stream().flatMap(finding -> finding.place().owner().stream()).toList();
  }

  @Test
  void neverLeavesTheServicesOfAWholeAccountEmpty() {
    assertThat(
            AlertSample.only(compose(Grouping.DIGEST, List.of(), List.of(WHOLE_TOOLS)))
                .attributes()
                .services())
        .containsExactlyElementsOf(Service.ALL);
  }

  @Test
  void writesAttributesAsSnsReadsThem() {
    AlertAttributes attributes =
        AlertSample.only(compose(Grouping.DIGEST, EXPIRING, List.of())).attributes();

    assertThat(attributes.accountIdArray()).isEqualTo("[\"222233334444\",\"333344445555\"]");
    assertThat(attributes.serviceArray()).isEqualTo("[\"ec2\",\"rds\"]");
    assertThat(attributes.complete()).isTrue();
  }
}
