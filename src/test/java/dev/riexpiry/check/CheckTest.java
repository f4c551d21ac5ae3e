package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Progress;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.SilentAws;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts");
  private static final Failure REFUSED =
      new Failure(
          "sns:Publish", "NotFound", "Topic does not exist", "set TOPIC_ARN to one that is");
  private static final Failure DENIED = Sample.denied("rds:DescribeReservedDBInstances");
  private static final Commitment IN_7_DAYS = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Commitment IN_A_YEAR = Sample.ec2(Sample.WEB, "r-2", "2027-05-11T03:59:59Z");

  private final List<String> published = new ArrayList<>();
  private final FakeAws aws = new FakeAws();

  private CheckReport check(DeliveryMode delivery, Grouping grouping, Publisher publisher) {
    List<Account> accounts =
        List.of(
            Sample.account("web-prod", Sample.WEB, "us-east-1"),
            Sample.account("data-prod", Sample.DATA, "eu-west-1"));
    return new Check(new Sweep(aws, List.of(Service.values()), 2, Progress.NONE), publisher)
        .run(
            new CheckRequest(
                new Roster(accounts, List.of()),
                new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
                Milestones.DEFAULT,
                grouping,
                delivery),
            Stop.onRequest());
  }

  private CheckRequest request(String checkDate) {
    return new CheckRequest(
        new Roster(
            List.of(
                Sample.account("web-prod", Sample.WEB, "us-east-1"),
                Sample.account("data-prod", Sample.DATA, "eu-west-1")),
            List.of()),
        new CheckDate(LocalDate.parse(checkDate), ZoneId.of("UTC")),
        Milestones.DEFAULT,
        Grouping.DIGEST,
        new DeliveryMode.Publish(TOPIC));
  }

  private CheckReport publish() {
    return check(new DeliveryMode.Publish(TOPIC), Grouping.DIGEST, this::takes);
  }

  private Outcome<String> takes(TopicArn topic, Alert alert) {
    published.add(topic + " " + alert.subject());
    return new Outcome.Found<>("message-" + published.size());
  }

  private void found(Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  @Test
  void tellsTheTopicWhatIsExpiring() {
    found(IN_7_DAYS, IN_A_YEAR);

    CheckReport report = publish();

    assertThat(report.expiring()).containsExactly(new Expiring(IN_7_DAYS, 7, 7));
    assertThat(report.summary().coverage())
        .isEqualTo(new ReadCounts(2, 2, 2 * Service.values().length, 0, 2));
    assertThat(report.complete()).isTrue();
    assertThat(report.dryRun()).isFalse();
    assertThat(published).containsExactly(TOPIC + " 1 AWS reservation ends in 7 days: web-prod");
    assertThat(report.alerts())
        .extracting(Receipt::result)
        .containsExactly(new Receipt.Result.Sent("message-1"));
  }

  @Test
  void isSilentWhereNothingIsExpiringAndAllWasRead() {
    found(IN_A_YEAR);

    CheckReport report = publish();

    assertThat(report.alerts()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(published).isEmpty();
  }

  @Test
  void tellsThatItCouldNotReadAll() {
    aws.answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(DENIED));

    CheckReport report = publish();

    assertThat(report.complete()).isFalse();
    assertThat(report.unreadable())
        .containsExactly(
            Sample.unreadable(Sample.DATA, "data-prod", "eu-west-1", Service.RDS, DENIED));
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
    assertThat(report.alerts())
        .extracting(Receipt::topic, Receipt::result)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Optional.of(TOPIC), new Receipt.Result.NotSent()));
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
                    ? new Outcome.Failed<>(REFUSED)
                    : takes(topic, alert));

    assertThat(report.refusals()).containsExactly(REFUSED);
    assertThat(report.alerts())
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

    assertThat(report.expiring()).extracting(Expiring::commitment).containsExactly(exchanging);
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
        Sample.ec2(Sample.WEB, "r-today", "2026-05-04T00:00:00Z", exchanging));

    assertThat(publish().warnings())
        .containsExactly(
            "EC2 commitment r-today in 222233334444, us-east-1 has the state 'exchanging', which"
                + " this version does not know; it is treated as active");
  }

  @Test
  void beginsAtTheOtherEndEveryOtherDay() {
    Check check = new Check(new Sweep(aws, List.of(Service.EC2), 1, Progress.NONE), this::takes);

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
        new Check(new Sweep(new SilentAws(), List.of(Service.EC2), 2, Progress.NONE), this::takes)
            .run(request("2026-05-04"), stop);

    assertThat(published).isEmpty();
    assertThat(report.dryRun()).isTrue();
    assertThat(report.unreadable())
        .extracting(unreadable -> unreadable.failure().code())
        .containsExactly("Cancelled", "Cancelled");
  }

  @Test
  void sendsWhatItFoundWhereItsTimeRunsOut() {
    CheckReport report =
        new Check(new Sweep(new SilentAws(), List.of(Service.EC2), 2, Progress.NONE), this::takes)
            .run(request("2026-05-04"), Stop.after(Duration.ZERO));

    assertThat(published)
        .containsExactly(
            TOPIC + " AWS commitments: check INCOMPLETE, 2 accounts not read: web-prod, data-prod");
    assertThat(report.unreadable())
        .extracting(unreadable -> unreadable.failure().code())
        .containsExactly("DeadlineExceeded", "DeadlineExceeded");
  }

  @Test
  void countsWhatTheOrganizationWouldNotTellAsUnreadable() {
    CheckRequest request =
        request("2026-05-04")
            .of(
                new Roster(
                    List.of(),
                    List.of(
                        new Unreadable(
                            Optional.empty(),
                            "the organization",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Sample.denied("organizations:ListRoots")))));

    CheckReport report =
        new Check(new Sweep(aws, List.of(Service.EC2), 1, Progress.NONE), this::takes)
            .run(request, Stop.onRequest());

    assertThat(report.complete()).isFalse();
    assertThat(report.summary().coverage()).isEqualTo(new ReadCounts(0, 0, 0, 1, 0));
    assertThat(published)
        .containsExactly(
            TOPIC + " AWS commitments: check INCOMPLETE, the list of accounts not read");
    assertThat(ReportDocument.compact(report))
        .contains(
            "\"unreadable\":[{\"accountId\":null,\"accountName\":\"the organization\",\"organizationalUnit\":null,\"region\":null,\"service\":null,");
  }

  @Test
  void knowsThatNothingAtAllWasRead() {
    aws.closes(Sample.WEB, DENIED).closes(Sample.DATA, DENIED);

    assertThat(publish().nothingRead()).isTrue();
    assertThat(published).hasSize(1);
  }
}
