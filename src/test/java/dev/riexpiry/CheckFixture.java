package dev.riexpiry;

import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.ChatPublisher;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.EventPublisher;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Checks and requests of tests, put together in one place as the program does it in its own.
public final class CheckFixture {
  public static final TopicArn TOPIC = new TopicArn("arn:aws:sns:us-east-1:111122223333:alerts");

  private CheckFixture() {}

  private static final ChatPublisher NO_CHAT =
      (_, _) -> {
        throw new AssertionError("no chat is named");
      };

  private static final EventPublisher NO_EVENTS =
      (_, _) -> {
        throw new AssertionError("no bus is named");
      };

  private static final PayerInquiry NO_PAYER =
      new PayerInquiry(
          (_, _) -> {
            throw new AssertionError("there is no payer");
          },
          () -> Instant.EPOCH);

  /// A check that records nothing.
  public static Check check(AwsAccess aws, Publisher publisher) {
    return check(aws, publisher, Optional.empty());
  }

  /// A check that tells by several channels and records.
  public static Check check(AwsAccess aws, Publishers publishers, RecordKeeping keeping) {
    return check(aws, publishers, Optional.of(keeping), NO_PAYER);
  }

  /// A check that records.
  public static Check check(AwsAccess aws, Publisher publisher, RecordKeeping keeping) {
    return check(aws, publisher, Optional.of(keeping));
  }

  /// A check of all services, with one call at once, so that the order of calls is known.
  public static Check check(AwsAccess aws, Publisher publisher, Optional<RecordKeeping> keeping) {
    return check(aws, publisher, keeping, NO_PAYER);
  }

  /// A check that may ask a payer.
  public static Check check(
      AwsAccess aws, Publisher publisher, Optional<RecordKeeping> keeping, PayerInquiry inquiry) {
    return check(aws, new Publishers(publisher, NO_CHAT, NO_EVENTS), keeping, inquiry);
  }

  /// A check that tells by several channels.
  public static Check check(
      AwsAccess aws, Publishers publishers, Optional<RecordKeeping> keeping, PayerInquiry inquiry) {
    return new Check(new Sweep(aws, Service.ALL, 1, Progress.NONE), publishers, keeping, inquiry);
  }

  /// Records with one call at once, so that the order of calls is known.
  public static RecordKeeping keeping(
      Ledger ledger, String run, InstantSource clock, Waiter waiter) {
    return new RecordKeeping(ledger, run, clock, waiter, 1);
  }

  /// Records in a numbered run, each of which begins an hour after the one before.
  public static RecordKeeping keeping(Ledger ledger, int run) {
    Instant time = Instant.parse("2026-05-04T06:00:00Z").plusSeconds(3600L * run);
    return keeping(ledger, "run-" + run, () -> time, _ -> true);
  }

  /// All accounts that there are.
  public static Roster everybody(Account... accounts) {
    return everybody(List.of(accounts));
  }

  /// All accounts that there are.
  public static Roster everybody(List<Account> accounts) {
    return new Roster(accounts, List.of(), true, IgnoreRules.NONE);
  }

  /// All accounts that there are, and why that is not certain.
  public static Roster everybody(List<Account> accounts, Failure unlisted) {
    return new Roster(
        accounts,
        List.of(new PlaceFailure(new Place.Organization(), unlisted)),
        true,
        IgnoreRules.NONE);
  }

  /// Some accounts of all that there are.
  public static Roster some(Account... accounts) {
    return new Roster(List.of(accounts), List.of(), false, IgnoreRules.NONE);
  }

  /// A request that publishes to [#TOPIC] and records, in one digest, with the usual milestones.
  public static CheckRequest request(String date, Roster roster) {
    return request(date, roster, Grouping.DIGEST, new DeliveryMode.Publish(TOPIC));
  }

  public static CheckRequest request(
      String date, Roster roster, Grouping grouping, DeliveryMode delivery) {
    return request(
        new CheckDate(LocalDate.parse(date), ZoneId.of("UTC")),
        Milestones.DEFAULT,
        roster,
        grouping,
        delivery);
  }

  /// A request that records if it publishes.
  public static CheckRequest request(
      CheckDate date,
      Milestones milestones,
      Roster roster,
      Grouping grouping,
      DeliveryMode delivery) {
    return new CheckRequest(roster, date, milestones, grouping, delivery);
  }
}
