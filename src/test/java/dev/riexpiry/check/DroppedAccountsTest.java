package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Accounts that the last whole run had and this one has not are told once, and not in silence.
class DroppedAccountsTest {
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA = Sample.account("data-prod", Sample.DATA, "us-east-1");
  private static final DeliveryMode SENDING = new DeliveryMode.Publish(CheckFixture.TOPIC);

  private final FakeLedger ledger = new FakeLedger();
  private final List<Alert> mails = new ArrayList<>();
  private Receipt.Result.Attempt answer = new Receipt.Result.Sent("m-1");
  private int runs;

  private CheckReport run(Roster roster) {
    return run(roster, SENDING);
  }

  private CheckReport run(Roster roster, DeliveryMode delivery) {
    return CheckFixture.check(
            new FakeAws(),
            (_, alert) -> {
              if (answer instanceof Receipt.Result.Sent) {
                mails.add(alert);
              }
              return answer;
            },
            CheckFixture.keeping(ledger, runs++))
        .run(
            CheckFixture.request("2026-05-04", roster, Grouping.DIGEST, delivery),
            Stop.onRequest());
  }

  private static Roster everybody(Account... accounts) {
    return CheckFixture.everybody(accounts);
  }

  @Test
  void areNamedOnceInAMailAndInTheReport() {
    run(everybody(WEB, DATA));
    CheckReport shorter = run(everybody(WEB));
    CheckReport after = run(everybody(WEB));

    assertThat(shorter.reach().dropped())
        .containsExactly(new DroppedAccount(Sample.DATA, "data-prod", Optional.empty()));
    assertThat(shorter.receipts()).hasSize(1);
    assertThat(mails)
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).isEqualTo("AWS account 333344445555 is not read any more");
          assertThat(mail.mail())
              .startsWith(
                  "1 AWS account that the last check read is no longer in the accounts file")
              .contains("  data-prod (333344445555)\n");
          assertThat(mail.json())
              .contains(
                  "\"droppedAccounts\":[{\"accountId\":\"333344445555\",\"accountName\":\"data-prod\"}]");
          assertThat(mail.attributes().accountIds()).containsExactly(Sample.DATA);
        });
    assertThat(after.reach().dropped()).isEmpty();
    assertThat(after.receipts()).isEmpty();
  }

  @Test
  void areToldByTheNextRunIfTheMailWasRefused() {
    run(everybody(WEB, DATA));
    answer = new Receipt.Result.Refused(REFUSED);
    CheckReport refused = run(everybody(WEB));
    answer = new Receipt.Result.Sent("m-2");
    CheckReport next = run(everybody(WEB));

    assertThat(refused.refusals()).containsExactly(REFUSED);
    assertThat(next.reach().dropped()).hasSize(1);
    assertThat(mails).hasSize(1);
  }

  @Test
  void areToldAgainOnlyIfTheyCameBackMeanwhile() {
    run(everybody(WEB, DATA));
    run(everybody(WEB));
    run(everybody(WEB, DATA));
    run(everybody(WEB));

    assertThat(mails).hasSize(2);
  }

  @Test
  void areToldAsWhatTheyAreWhereTheOrganizationHasClosedThem() {
    run(everybody(WEB, DATA));
    CheckReport closed =
        run(
            new Roster(
                List.of(WEB),
                List.of(),
                true,
                IgnoreRules.NONE,
                List.of(new ClosedAccount(Sample.DATA, "data-prod", "SUSPENDED")),
                Optional.empty(),
                Optional.empty(),
                OwnerTags.DEFAULT));

    assertThat(closed.reach().dropped())
        .containsExactly(new DroppedAccount(Sample.DATA, "data-prod", Optional.of("SUSPENDED")));
    assertThat(mails.getFirst().mail())
        .contains("data-prod (333344445555): SUSPENDED in AWS Organizations");
  }

  @Test
  void areNotMissedByARunOfOnlySomeAccounts() {
    run(everybody(WEB, DATA));
    CheckReport narrowed = run(CheckFixture.everybody(WEB, DATA).narrowed(List.of(WEB)));
    CheckReport whole = run(everybody(WEB, DATA));

    assertThat(narrowed.reach().dropped()).isEmpty();
    assertThat(whole.reach().dropped()).isEmpty();
    assertThat(mails).isEmpty();
  }

  @Test
  void areNotMissedWhereTheOrganizationCouldNotBeListed() {
    run(everybody(WEB, DATA));
    CheckReport unlisted =
        run(
            new Roster(
                List.of(WEB),
                List.of(
                    new PlaceFailure(new Place.Organization(), Sample.denied("organizations:X")))));
    int mailsOfTheGap = mails.size();
    run(everybody(WEB));

    assertThat(unlisted.reach().dropped()).isEmpty();
    assertThat(mails.subList(mailsOfTheGap, mails.size()))
        .anySatisfy(mail -> assertThat(mail.subject()).contains("is not read any more"));
  }

  @Test
  void areShownByADryRunWhichRecordsNothing() {
    run(everybody(WEB, DATA));
    CheckReport dry = run(everybody(WEB), new DeliveryMode.DryRun(Optional.of(CheckFixture.TOPIC)));
    run(everybody(WEB));

    assertThat(dry.receipts())
        .singleElement()
        .extracting(Receipt::result)
        .isEqualTo(new Receipt.Result.NotSent());
    assertThat(mails).hasSize(1);
  }

  @Test
  void areNoMatterOfARunForAChosenDay() {
    run(everybody(WEB, DATA));
    CheckReport chosen =
        CheckFixture.check(new FakeAws(), (_, _) -> answer, CheckFixture.keeping(ledger, runs++))
            .run(
                CheckFixture.request("2026-05-04", everybody(WEB), Grouping.DIGEST, SENDING)
                    .unrecorded(),
                Stop.onRequest());
    run(everybody(WEB));

    assertThat(chosen.receipts()).isEmpty();
    assertThat(mails).hasSize(1);
  }

  @Test
  void areAHundredByNameAndTheRestByNumberAndFitIntoOneMessage() {
    List<Account> many =
        IntStream.range(0, 3_000)
            .mapToObj(i ->
                Sample.account(
                    "\u00e9\"".repeat(64), new AccountId("%012d".formatted(i)), "us-east-1"))
            .toList();
    ledger.replace(
        new KnownAccounts(
            CheckFixture.TOPIC.value(),
            1,
            LocalDate.parse("2026-05-03"),
            many.stream().collect(Collectors.toMap(Account::id, Account::name))));
    CheckReport shorter = run(everybody(WEB));

    assertThat(shorter.reach().dropped()).hasSize(3_000);
    assertThat(mails)
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject())
              .isEqualTo("3,000 AWS accounts are not read any more, 000000000000 among them");
          assertThat(mail.mail()).contains("  and 2,900 more, which the report names\n");
          assertThat(mail.bytes()).isLessThan(Alert.MAX_BYTES);
        });
  }
}
