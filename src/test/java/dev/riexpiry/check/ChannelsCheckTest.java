package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Event;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each channel is told once, whatever becomes of the others.
class ChannelsCheckTest {
  private static final TopicArn CHAT =
      new TopicArn("arn:aws:sns:us-east-1:111122223333:ri-expiry-chat");
  private static final EventBus BUS = new EventBus("commitments");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");

  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<Finding> mail = new ArrayList<>();
  private final List<Finding> chat = new ArrayList<>();
  private final List<Finding> events = new ArrayList<>();
  private boolean mailRefuses;
  private boolean chatRefuses;
  private boolean busRefuses;
  private int runs;

  @BeforeEach
  void oneCommitmentEnds() {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(
            List.of(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z")), List.of(), false));
  }

  private void broken(boolean is) {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.RDS,
        is ? Reading.failed(Sample.denied("rds:X")) : new Reading(List.of(), List.of(), false));
  }

  private CheckReport run(String date, DeliveryMode delivery) {
    return CheckFixture.check(
            aws,
            new Publishers(
                (_, alert) -> attempt(mailRefuses, alert.findings(), mail),
                (_, message) -> attempt(chatRefuses, message.findings(), chat),
                (_, some) -> some.stream().map(this::put).toList()),
            CheckFixture.keeping(ledger, runs++))
        .run(
            CheckFixture.request(date, CheckFixture.everybody(WEB), Grouping.DIGEST, delivery),
            Stop.onRequest());
  }

  private Receipt.Result.Attempt put(Event event) {
    return attempt(busRefuses, event.finding().stream().toList(), events);
  }

  private static Receipt.Result.Attempt attempt(
      boolean refuses, List<Finding> findings, List<Finding> heard) {
    if (refuses) {
      return new Receipt.Result.Refused(REFUSED);
    }
    heard.addAll(findings);
    return new Receipt.Result.Sent("m-1");
  }

  private CheckReport run(String date) {
    return run(
        date,
        new DeliveryMode.Publish(
            CheckFixture.TOPIC, new ChannelTargets(Optional.of(CHAT), Optional.of(BUS))));
  }

  @Test
  void tellsTheSameOnEachChannelOnce() {
    CheckReport first = run("2026-05-04");
    CheckReport second = run("2026-05-05");

    assertThat(mail).hasSize(1).isEqualTo(chat).isEqualTo(events);
    assertThat(first.chat()).singleElement().extracting("topic").isEqualTo(CHAT);
    assertThat(second.sendings().all()).isEmpty();
  }

  @Test
  void asksAgainTheChannelThatRefusedAndDoesNotRepeatTheOther() {
    chatRefuses = true;
    CheckReport refused = run("2026-05-04");
    chatRefuses = false;
    CheckReport mended = run("2026-05-05");

    assertThat(refused.refusals()).containsExactly(REFUSED);
    assertThat(refused.receipts()).hasSize(1);
    assertThat(mended.receipts()).isEmpty();
    assertThat(mended.refusals()).isEmpty();
    assertThat(mail).hasSize(1);
    assertThat(chat).hasSize(1);
  }

  @Test
  void putsEventsAgainThatWereRefusedAndRepeatsNothingElse() {
    busRefuses = true;
    CheckReport refused = run("2026-05-04");
    busRefuses = false;
    CheckReport mended = run("2026-05-05");
    run("2026-05-06");

    assertThat(refused.refusals()).containsExactly(REFUSED);
    assertThat(ReportDocument.of(refused).compact())
        .contains("\"events\":{\"bus\":\"commitments\",\"sent\":0,\"refused\":1,\"unknown\":0,");
    assertThat(ReportDocument.of(mended).compact())
        .contains("\"events\":{\"bus\":\"commitments\",\"sent\":1,\"refused\":0,\"unknown\":0,");
    assertThat(mended.receipts()).isEmpty();
    assertThat(mended.chat()).isEmpty();
    assertThat(mail).hasSize(1);
    assertThat(chat).hasSize(1);
    assertThat(events).hasSize(1);
  }

  @Test
  void tellsTheChatAlthoughTheMailIsRefused() {
    mailRefuses = true;
    run("2026-05-04");
    mailRefuses = false;
    run("2026-05-05");

    assertThat(mail).hasSize(1);
    assertThat(chat).hasSize(1);
  }

  @Test
  void tellsANewChannelOnceOfWhatIsDueThenHoweverOftenTheMailToldIt() {
    run("2026-05-04", new DeliveryMode.Publish(CheckFixture.TOPIC));
    assertThat(chat).isEmpty();

    run("2026-05-05");
    run("2026-05-06");

    assertThat(mail).hasSize(1);
    assertThat(chat).singleElement().isInstanceOf(Expiring.class);
  }

  @Test
  void keepsAnOutageOpenUntilEachChannelHasHeardItsEnd() {
    broken(true);
    run("2026-05-04");
    broken(false);
    chatRefuses = true;
    run("2026-05-05");
    chatRefuses = false;
    run("2026-05-06");
    run("2026-05-07");

    assertThat(Finding.only(Restored.class, mail)).hasSize(1);
    assertThat(Finding.only(Restored.class, chat)).hasSize(1);
    assertThat(Finding.only(Restored.class, events)).hasSize(1);
  }

  @Test
  void tellsAnOutageAnewWhereOneChannelHasHeardTheEndOfTheOneBefore() {
    broken(true);
    run("2026-05-04");
    broken(false);
    mailRefuses = true;
    run("2026-05-05");
    mailRefuses = false;
    broken(true);
    run("2026-05-06");

    assertThat(Finding.only(Restored.class, chat)).hasSize(1);
    assertThat(Finding.only(Unread.class, chat)).hasSize(2);
  }

  @Test
  void showsWhatADryRunWouldTellAndTellsNobody() {
    CheckReport report =
        run(
            "2026-05-04",
            new DeliveryMode.DryRun(
                Optional.empty(), new ChannelTargets(Optional.of(CHAT), Optional.of(BUS))));

    assertThat(report.chat())
        .singleElement()
        .extracting("result")
        .isEqualTo(new Receipt.Result.NotSent());
    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"chat\":[{\"topicArn\":\"" + CHAT + "\",\"title\":\"1 AWS reservation ends in 7 days",
            "\"messageId\":null,\"state\":\"dry\"}]");
    assertThat(ReportDocument.of(report).compact())
        .contains("\"sent\":0,\"refused\":0,\"unknown\":0,\"dry\":1,\"failures\":[]}");
    assertThat(chat).isEmpty();
    assertThat(events).isEmpty();
  }
}
