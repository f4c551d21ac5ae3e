package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.SilentAws;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final TopicArn TOPIC = CheckFixture.TOPIC;
  private static final Roster BOTH =
      CheckFixture.everybody(
          Sample.account("web-prod", Sample.WEB, "us-east-1"),
          Sample.account("data-prod", Sample.DATA, "eu-west-1"));
  private static final Failure REFUSED =
      new Failure(
          "sns:Publish", "NotFound", "Topic does not exist", "set TOPIC_ARN to one that is");
  private static final Failure DENIED = Sample.denied("rds:DescribeReservedDBInstances");
  private static final Commitment IN_7_DAYS = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Commitment IN_A_YEAR = Sample.ec2(Sample.WEB, "r-2", "2027-02-11T03:59:59Z");

  private final List<String> published = new ArrayList<>();
  private final FakeAws aws = new FakeAws();

  private CheckReport check(DeliveryMode delivery, Grouping grouping, Publisher publisher) {
    return CheckFixture.check(aws, publisher)
        .run(CheckFixture.request("2026-05-04", BOTH, grouping, delivery), Stop.onRequest());
  }

  private static CheckRequest request(String date) {
    return CheckFixture.request(date, BOTH);
  }

  private CheckReport publish() {
    return check(new DeliveryMode.Publish(TOPIC), Grouping.DIGEST, this::takes);
  }

  private Receipt.Result.Attempt takes(TopicArn topic, Alert alert) {
    published.add(topic + " " + alert.subject());
    return new Receipt.Result.Sent("message-" + published.size());
  }

  private void found(Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  @Test
  void announcesWhatIsExpiring() {
    found(IN_7_DAYS, IN_A_YEAR);

    CheckReport report = publish();

    assertThat(report.findings(Expiring.class)).containsExactly(Sample.expiring(IN_7_DAYS, 7, 7));
    assertThat(report.summary().counts())
        .isEqualTo(new ReadCounts(2, 2, 2 * Service.values().length, 0, 2));
    assertThat(report.complete()).isTrue();
    assertThat(report.dryRun()).isFalse();
    assertThat(published).containsExactly(TOPIC + " 1 AWS reservation ends in 7 days: web-prod");
    assertThat(report.receipts())
        .extracting(Receipt::result)
        .containsExactly(new Receipt.Result.Sent("message-1"));
  }

  @Test
  void isSilentWhereNothingIsExpiringAndAllWasRead() {
    found(IN_A_YEAR);

    CheckReport report = publish();

    assertThat(report.receipts()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(published).isEmpty();
  }

  @Test
  void announcesThatItCouldNotReadAll() {
    aws.answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(DENIED));

    CheckReport report = publish();

    assertThat(report.complete()).isFalse();
    assertThat(report.findings(Unread.class))
        .containsExactly(Sample.unread(Sample.DATA, "eu-west-1", Service.RDS, DENIED));
    assertThat(published)
        .containsExactly(
            TOPIC + " AWS commitments: check INCOMPLETE, 1 target not read: data-prod");
  }

  @Test
  void asksThePublisherForNothingInADryRun() {
    found(IN_7_DAYS);

    CheckReport report =
        check(new DeliveryMode.DryRun(Optional.of(TOPIC)), Grouping.DIGEST, this::takes);

    assertThat(published).isEmpty();
    assertThat(report.dryRun()).isTrue();
    assertThat(report.receipts())
        .extracting(Receipt::topic, Receipt::result)
        .containsExactly(tuple(Optional.of(TOPIC), new Receipt.Result.NotSent()));
  }

  @Test
  void goesOnAfterAnAlertThatWasRefused() {
    found(IN_7_DAYS, Sample.ec2(Sample.WEB, "r-3", "2026-05-12T03:59:59Z"));

    CheckReport report =
        check(
            new DeliveryMode.Publish(TOPIC),
            Grouping.RESERVATION,
            (topic, alert) ->
                alert.subject().contains("7 days")
                    ? new Receipt.Result.Refused(REFUSED)
                    : takes(topic, alert));

    assertThat(report.refusals()).containsExactly(REFUSED);
    assertThat(report.receipts())
        .extracting(Receipt::result)
        .containsExactly(new Receipt.Result.Refused(REFUSED), new Receipt.Result.Sent("message-1"));
  }

  @Test
  void announcesAndWarnsOfAStateThatIsNotKnown() {
    Commitment exchanging =
        Sample.ec2(
            Sample.WEB, "r-4", "2026-05-11T03:59:59Z", new CommitmentState.Unknown("exchanging"));
    found(exchanging);

    CheckReport report = publish();

    assertThat(report.findings(Expiring.class))
        .extracting(Expiring::commitment)
        .containsExactly(exchanging);
    assertThat(report.warnings())
        .containsExactly(
            "EC2 commitment r-4 in 222233334444, us-east-1 has the state 'exchanging', which this"
                + " version does not know; it is treated as active");
  }

  @Test
  void warnsNoMoreOfAStateOnceTheReservationHasEnded() {
    CommitmentState exchanging = new CommitmentState.Unknown("exchanging");
    found(
        Sample.ec2(Sample.WEB, "r-yesterday", "2026-05-03T23:59:59Z", exchanging),
        Sample.ec2(Sample.WEB, "r-today", "2026-05-04T00:00:01Z", exchanging));

    assertThat(publish().warnings())
        .containsExactly(
            "EC2 commitment r-today in 222233334444, us-east-1 has the state 'exchanging', which"
                + " this version does not know; it is treated as active");
  }

  @Test
  void beginsAtTheOtherEndEveryOtherDay() {
    Check check = CheckFixture.check(aws, this::takes);

    check.run(request("2026-05-04"), Stop.onRequest());
    check.run(request("2026-05-05"), Stop.onRequest());
    check.run(request("2026-05-06"), Stop.onRequest());

    assertThat(aws.signedIn())
        .containsExactly(Sample.DATA, Sample.WEB, Sample.WEB, Sample.DATA, Sample.DATA, Sample.WEB);
  }

  @Test
  void sendsNothingWhereSomebodyEndsIt() {
    Stop stop = Stop.onRequest();
    stop.request();

    CheckReport report =
        CheckFixture.check(new SilentAws(), this::takes).run(request("2026-05-04"), stop);

    assertThat(published).isEmpty();
    assertThat(report.dryRun()).isTrue();
    assertThat(report.findings(Unread.class))
        .extracting(unread -> unread.failure().code())
        .containsExactly("Cancelled", "Cancelled");
  }

  @Test
  void sendsWhatItFoundWhereItsTimeRunsOut() {
    CheckReport report =
        CheckFixture.check(new SilentAws(), this::takes)
            .run(request("2026-05-04"), Stop.after(Duration.ZERO));

    assertThat(published)
        .containsExactly(
            TOPIC + " AWS commitments: check INCOMPLETE, 2 accounts not read: web-prod, data-prod");
    assertThat(report.findings(Unread.class))
        .extracting(unread -> unread.failure().code())
        .containsExactly("DeadlineExceeded", "DeadlineExceeded");
  }

  @Test
  void countsWhatTheOrganizationWouldNotListAsUnread() {
    CheckRequest request =
        request("2026-05-04")
            .of(CheckFixture.everybody(List.of(), Sample.denied("organizations:ListRoots")));

    CheckReport report = CheckFixture.check(aws, this::takes).run(request, Stop.onRequest());

    assertThat(report.complete()).isFalse();
    assertThat(report.summary().counts()).isEqualTo(new ReadCounts(0, 0, 0, 1, 0));
    assertThat(published)
        .containsExactly(
            TOPIC + " AWS commitments: check INCOMPLETE, the list of accounts not read");
    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"unreadable\":[{\"accountId\":null,\"accountName\":\"the"
                + " organization\",\"organizationalUnit\":null,\"region\":null,\"service\":null,");
  }

  @Test
  void knowsThatNothingAtAllWasRead() {
    aws.closes(Sample.WEB, DENIED).closes(Sample.DATA, DENIED);

    assertThat(publish().nothingRead()).isTrue();
    assertThat(published).hasSize(1);
  }
}
