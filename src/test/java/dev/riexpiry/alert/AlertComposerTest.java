package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertComposerTest {
  private static final Unreadable WHOLE_TOOLS =
      Sample.unreadable(Sample.TOOLS, "tools", Sample.denied("sts:AssumeRole"));
  private static final Unreadable DATA_EC2 =
      Sample.unreadable(
          Sample.DATA,
          "data-prod",
          "us-east-1",
          Service.EC2,
          Sample.denied("ec2:DescribeReservedInstances"));
  private static final List<Expiring> EXPIRING =
      List.of(AlertSample.WEB_IN_7_DAYS, AlertSample.DATA_IN_29_DAYS);
  private static final List<Unreadable> UNREADABLE = List.of(WHOLE_TOOLS, DATA_EC2);

  private static List<Alert> compose(
      Grouping grouping, List<Expiring> expiring, List<Unreadable> unreadable) {
    return new AlertComposer(grouping)
        .compose(AlertSample.summary(expiring.size(), unreadable.size()), expiring, unreadable);
  }

  @ParameterizedTest
  @EnumSource
  void isSilentWhereNothingIsEndingAndAllWasRead(Grouping grouping) {
    assertThat(compose(grouping, List.of(), List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNT")
  void saysWhatCouldNotBeReadWhereNothingIsEnding(Grouping grouping) {
    Alert alert = AlertSample.only(compose(grouping, List.of(), UNREADABLE));

    assertThat(alert.subject())
        .isEqualTo(
            "AWS commitments: check INCOMPLETE, 1 account and 1 target not read: tools, data-prod");
    assertThat(alert.expiring()).isZero();
    assertThat(alert.attributes())
        .isEqualTo(
            new AlertAttributes(
                List.of(Sample.TOOLS, Sample.DATA),
                List.of(Service.values()),
                OptionalInt.empty(),
                false));
  }

  @Test
  void makesOneAlertOfADigest() {
    Alert alert = AlertSample.only(compose(Grouping.DIGEST, EXPIRING, UNREADABLE));

    assertThat(alert.subject())
        .isEqualTo(
            "2 AWS reservations end, the first in 7 days; INCOMPLETE, 2 not read: web-prod,"
                + " data-prod, tools");
    assertThat(alert.attributes())
        .isEqualTo(
            new AlertAttributes(
                List.of(Sample.WEB, Sample.DATA, Sample.TOOLS),
                // A whole account that could not be read may hold something of any service.
                List.of(Service.values()),
                OptionalInt.of(7),
                false));
    assertThat(alert.expiring()).isEqualTo(2);
  }

  @Test
  void makesOneAlertForEachAccountThatTellsOfThatAccountOnly() {
    List<Alert> alerts = compose(Grouping.ACCOUNT, EXPIRING, UNREADABLE);

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
    List<Alert> alerts = compose(Grouping.ACCOUNT, EXPIRING, UNREADABLE);

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
    List<Alert> alerts = compose(Grouping.RESERVATION, EXPIRING, UNREADABLE);

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "1 AWS reservation ends in 29 days: data-prod",
            "AWS commitments: check INCOMPLETE, 1 account and 1 target not read: tools,"
                + " data-prod");
    assertThat(alerts).extracting(Alert::expiring).containsExactly(1, 1, 0);
    assertThat(alerts).allSatisfy(alert -> assertThat(alert.attributes().complete()).isFalse());
  }

  @Test
  void countsATargetWithTwoFaultsOnce() {
    Unreadable again =
        Sample.unreadable(
            Sample.DATA, "data-prod", "us-east-1", Service.EC2, Sample.denied("ec2:Other"));

    assertThat(
            AlertSample.only(compose(Grouping.DIGEST, List.of(), List.of(DATA_EC2, again)))
                .subject())
        .isEqualTo("AWS commitments: check INCOMPLETE, 1 target not read: data-prod");
  }

  @Test
  void makesOneAlertForEachOrganizationalUnit() {
    CheckSummary summary =
        new CheckSummary(
            AlertSample.summary(2, 2).checkDate(),
            Milestones.DEFAULT,
            new ReadCounts(3, 3, 10, 2, 2),
            2,
            Map.of(
                Sample.WEB,
                Sample.account("web-prod", Sample.WEB).in("Workloads/Web"),
                Sample.DATA,
                Sample.account("data-prod", Sample.DATA).in("Workloads/Data"),
                Sample.TOOLS,
                Sample.account("tools", Sample.TOOLS)));
    Unreadable dataEc2 =
        new Unreadable(
            Optional.of(Sample.DATA),
            "data-prod",
            Optional.of("Workloads/Data"),
            Optional.of("us-east-1"),
            Optional.of(Service.EC2),
            Sample.denied("ec2:DescribeReservedInstances"));

    List<Alert> alerts =
        new AlertComposer(Grouping.OU).compose(summary, EXPIRING, List.of(WHOLE_TOOLS, dataEc2));

    assertThat(alerts)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "1 AWS reservation ends in 29 days; INCOMPLETE, 1 not read: data-prod",
            "AWS commitments: check INCOMPLETE, 1 account not read: tools");
  }

  @Test
  void namesEveryUnreadableAccountInTheAttributesAlsoThoseThatAreOnlyCounted() {
    List<Unreadable> unreadable = new ArrayList<>();
    List<AccountId> ids = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      AccountId id = new AccountId("2222333344%02d".formatted(i % 100));
      ids.add(id);
      unreadable.add(
          Sample.unreadable(
              id,
              "a" + i,
              "region-" + i / 100,
              i == 199 ? Service.RDS : Service.EC2,
              Sample.denied("ec2:DescribeReservedInstances")));
    }

    AlertAttributes attributes =
        AlertSample.only(compose(Grouping.DIGEST, List.of(), unreadable)).attributes();

    assertThat(attributes.accountIds()).containsExactlyElementsOf(ids.subList(0, 100));
    assertThat(attributes.services()).containsExactly(Service.EC2, Service.RDS);
  }

  @Test
  void namesThoseThatAreOnlyCountedInTheMessageThatCountsThem() {
    List<Unreadable> unreadable = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      unreadable.add(
          Sample.unreadable(
              new AccountId("2222333344%02d".formatted(i)),
              "a" + i,
              Sample.denied("sts:AssumeRole")));
    }

    List<Alert> alerts =
        new AlertComposer(Grouping.DIGEST, 20_000)
            .compose(AlertSample.summary(0, 100), List.of(), unreadable);

    assertThat(alerts.size()).isGreaterThan(1);
    assertThat(alerts.stream().flatMap(alert -> alert.attributes().accountIds().stream()).toList())
        .containsExactlyElementsOf(
            unreadable.stream().map(item -> item.accountId().orElseThrow()).toList());
  }

  @Test
  void neverLeavesTheServicesOfAWholeAccountEmpty() {
    assertThat(
            AlertSample.only(compose(Grouping.DIGEST, List.of(), List.of(WHOLE_TOOLS)))
                .attributes()
                .services())
        .containsExactly(Service.values());
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
