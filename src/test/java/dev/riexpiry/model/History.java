package dev.riexpiry.model;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.alert.Event;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.SendingTime;
import dev.riexpiry.delivery.Telling;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One history of days and runs, made by one seed.
final class History {
  private static final int DAYS = 30;
  private static final TopicArn CHAT_TOPIC =
      new TopicArn("arn:aws:sns:us-east-1:111122223333:chat");
  private static final EventBus BUS = new EventBus("commitments");
  static final TopicArn OTHER_TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:data");
  private static final Failure SICK =
      new Failure("dynamodb:PutItem", "Throttled", "too fast", "ask less");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");

  private static final Failure LOST = new Failure("sns:Publish", "Timeout", "silent", "look");

  private static final List<Grouping> GROUPINGS = List.of(Grouping.values());

  private final Random random;
  private final World world;
  private final People mailReaders;
  private final People chatReaders;
  private final People listeners;
  private final FakeLedger ledger = new FakeLedger();
  private final boolean calm;
  private final LocalDate chatSince;
  private final LocalDate busSince;
  private Instant now = Instant.EPOCH;
  private int runs;
  private int mails;

  History(long seed) {
    this.random = new Random(seed);
    this.world = new World(random);
    this.mailReaders = new People(world);
    this.chatReaders = new People(world);
    this.listeners = new People(world);
    this.calm = random.nextInt(3) == 0;
    this.chatSince = someDay();
    this.busSince = someDay();
  }

  private LocalDate someDay() {
    return random.nextInt(3) == 0 ? world.date.plusDays(random.nextInt(DAYS)) : world.date;
  }

  /// @return how many mails were sent
  int simulate() {
    for (int day = 0; day < DAYS; day++) {
      now = world.date.atTime(LocalTime.NOON).atZone(world.zone).toInstant();
      int today = odds(6) ? 0 : odds(4) ? 2 : odds(20) ? 3 : 1;
      if (today == 1) {
        alone();
      } else if (today > 1) {
        Turns turns = new Turns(random);
        List<Runnable> together = new ArrayList<>();
        for (int i = 0; i < today; i++) {
          together.add(new Run(turns)::run);
        }
        turns.run(together);
      }
      world.tomorrow();
    }
    return mails;
  }

  private void alone() {
    try {
      new Run(new Turns(random)).run();
    } catch (Crash crash) {
      // Only the records that it wrote are left.
    }
  }

  private void disturbed() {
    mailReaders.disturbed();
    chatReaders.disturbed();
    listeners.disturbed();
  }

  private boolean odds(int of) {
    return random.nextInt(of) == 0;
  }

  /// One run of the real check.
  private final class Run implements WatchedLedger.Watch {
    private final Turns turns;
    private final String owner = "run-" + runs++;
    private final int disturbedBefore = mailReaders.disturbances();
    private final int faultOdds = calm || !odds(4) ? 0 : 1 + random.nextInt(10);
    private final boolean cannotWait = !calm && odds(30);
    private final int mailsInTime = odds(5) ? random.nextInt(3) : Integer.MAX_VALUE;
    private int mailsOfRun;
    private int stepsUntilCrash = calm || !odds(6) ? Integer.MAX_VALUE : 1 + random.nextInt(30);
    private final List<TopicArn> refusing =
        odds(15)
            ? List.of(CheckFixture.TOPIC, OTHER_TOPIC, CHAT_TOPIC)
            : odds(15) ? List.of(OTHER_TOPIC) : odds(10) ? List.of(CHAT_TOPIC) : List.of();

    private final int busRefuses = odds(10) ? 1 + random.nextInt(3) : 0;

    Run(Turns turns) {
      this.turns = turns;
    }

    void run() {
      List<Account> accounts =
          odds(8) ? List.of(World.ACCOUNTS.get(random.nextInt(2))) : World.ACCOUNTS;
      SweepResult read = world.read(accounts);
      CheckReport report =
          CheckFixture.check(
                  new FakeAws(),
                  new Publishers(this::mail, this::chat, this::put),
                  CheckFixture.keeping(
                      new WatchedLedger(ledger, this), owner, () -> now, this::pause))
              .sendingWithin(new SendingTime(this::timeLeft))
              .conclude(request(accounts), read, Stop.onRequest());
      if (report.unsent().isEmpty()
          && report.ledger().left() == 0
          && report.summary().untold().isEmpty()) {
        assertWereTold(mailReaders, read, accounts);
        if (hasChat()) {
          assertWereTold(chatReaders, read, accounts);
        }
        if (hasBus()) {
          assertWereTold(listeners, read, accounts);
        }
      } else {
        mailReaders.missed();
        chatReaders.missed();
        listeners.missed();
      }
    }

    private void assertWereTold(People people, SweepResult read, List<Account> accounts) {
      people.assertDueFindingsWereTold(read);
      if (calm) {
        people.assertRestorationsWereTold(
            read,
            accounts.stream().<Place>map(account -> new Place.Account(account.id())).toList());
      }
    }

    private boolean hasChat() {
      return !world.date.isBefore(chatSince);
    }

    private boolean hasBus() {
      return !world.date.isBefore(busSince);
    }

    private CheckRequest request(List<Account> accounts) {
      return CheckFixture.request(
          new CheckDate(world.date, world.zone),
          world.milestones,
          accounts.size() == 1
              ? CheckFixture.some(accounts.getFirst())
              : CheckFixture.everybody(accounts),
          GROUPINGS.get(random.nextInt(GROUPINGS.size())),
          new DeliveryMode.Publish(
              CheckFixture.TOPIC,
              new ChannelTargets(
                  Optional.of(CHAT_TOPIC).filter(_ -> hasChat()),
                  Optional.of(BUS).filter(_ -> hasBus()))));
    }

    private Receipt.Result.Attempt mail(TopicArn topic, Alert alert) {
      return publish(
          topic,
          () -> {
            mailsOfRun++;
            mailReaders.hear(alert.findings(), disturbedBefore);
            isForItsReaders(topic, alert);
          });
    }

    private Receipt.Result.Attempt chat(TopicArn topic, ChatMessage message) {
      return publish(topic, () -> chatReaders.hear(message.findings(), disturbedBefore));
    }

    /// Puts events at once; a bus may take some of a call and refuse the others.
    private List<Receipt.Result.Attempt> put(EventBus bus, List<Event> events) {
      boundary("put");
      return events.stream()
          .map(event ->
              busRefuses > 0 && odds(busRefuses)
                  ? new Receipt.Result.Refused(REFUSED)
                  : arrives(
                      () -> listeners.hear(event.finding().stream().toList(), disturbedBefore)))
          .toList();
    }

    private Receipt.Result.Attempt publish(TopicArn topic, Runnable arrives) {
      boundary("publish");
      return refusing.contains(topic) ? new Receipt.Result.Refused(REFUSED) : arrives(arrives);
    }

    private Receipt.Result.Attempt arrives(Runnable arrives) {
      boolean unknown = faultOdds > 0 && odds(8);
      if (unknown && odds(2)) {
        disturbed();
        return new Receipt.Result.Unknown(LOST);
      }
      mails++;
      arrives.run();
      boundary("published");
      if (unknown) {
        disturbed();
        return new Receipt.Result.Unknown(LOST);
      }
      return new Receipt.Result.Sent("m-" + mails);
    }

    private void isForItsReaders(TopicArn topic, Alert alert) {
      if (!alert.attributes().accountIds().stream()
          .allMatch(id -> id.equals(Sample.DATA) == topic.equals(OTHER_TOPIC))) {
        throw new AssertionError(topic + " was told of " + alert.attributes().accountIds());
      }
    }

    private Optional<Duration> timeLeft() {
      return mailsInTime == Integer.MAX_VALUE
          ? Optional.empty()
          : Optional.of(
              Telling.MESSAGE.plus(Telling.FINDING).multipliedBy(mailsInTime - mailsOfRun));
    }

    private boolean pause(Duration time) {
      if (cannotWait) {
        return false;
      }
      now = now.plus(time);
      turns.idle();
      return true;
    }

    private void boundary(String where) {
      now = now.plusMillis(5);
      turns.step();
      stepsUntilCrash--;
      if (stepsUntilCrash == 0) {
        disturbed();
        throw new Crash(where);
      }
    }

    @Override
    public Optional<Failure> before(String step) {
      boundary("before " + step);
      return fault();
    }

    @Override
    public Optional<Failure> after(String step) {
      boundary("after " + step);
      return fault();
    }

    private Optional<Failure> fault() {
      if (faultOdds == 0 || !odds(faultOdds * 2)) {
        return Optional.empty();
      }
      disturbed();
      return Optional.of(SICK);
    }
  }
}
