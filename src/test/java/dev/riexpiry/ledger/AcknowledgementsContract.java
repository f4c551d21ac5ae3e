package dev.riexpiry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tests what people decide in a ledger, whatever it is made of.
public interface AcknowledgementsContract {
  LocalDate TODAY = LocalDate.parse("2026-05-04");
  Instant END = Instant.parse("2026-05-11T04:00:00Z");

  /// A ledger in which nothing is recorded, and the decisions in it.
  Both both();

  /// @param ledger for checks
  /// @param acknowledgements for people
  record Both(Ledger ledger, Acknowledgements acknowledgements) {
    /// Everything that is in it.
    public Acknowledgements.Book book() {
      return switch (acknowledgements.read(() -> false)) {
        case Outcome.Found<Acknowledgements.Book>(Acknowledgements.Book book) -> book;
        case Outcome.Failed<Acknowledgements.Book>(Failure failure) ->
            throw new AssertionError(failure.sentence());
      };
    }
  }

  static RecordedCommitment commitment(AccountId account, String id) {
    return new RecordedCommitment(account, "us-east-1", "ec2", id, END);
  }

  static Acknowledged until(RecordedCommitment commitment, String day) {
    return new Acknowledged(
        commitment,
        new Acknowledgement(
            LocalDate.parse(day),
            "let it go",
            new Acknowledgement.By.Caller(
                Sample.CALLER.arn(), Instant.parse("2026-05-04T12:00:00.123Z"))));
  }

  @Test
  default void knowsWhatWasAnnouncedAndNothingElse() {
    Both both = both();
    both.ledger()
        .confirm(
            Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7)
                .announcement(),
            new LedgerEntry(TODAY, TODAY));
    both.ledger()
        .confirm(
            Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 1, 1)
                .announcement(),
            new LedgerEntry(TODAY, TODAY));
    both.ledger()
        .confirm(
            Lapsed.atTerm(Sample.ec2(Sample.WEB, "r-2", "2026-05-01T03:59:59Z"), 3).announcement(),
            new LedgerEntry(TODAY, TODAY));

    assertThat(both.book().announced()).containsExactly(commitment(Sample.WEB, "r-1"));
    assertThat(both.book().acknowledged()).isEmpty();
  }

  @Test
  default void showsChecksWhatPeopleDecided() {
    Both both = both();
    Acknowledged decided = until(commitment(Sample.WEB, "r-1"), "2026-05-08");
    Acknowledged other = until(commitment(Sample.DATA, "r-1"), "2026-05-06");

    assertThat(both.acknowledgements().record(decided, TODAY))
        .isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(both.acknowledgements().record(other, TODAY))
        .isEqualTo(new Outcome.Found<>(Optional.empty()));

    assertThat(
            both.ledger()
                .acknowledgements(
                    List.of(decided.commitment().key(), commitment(Sample.WEB, "r-2").key())))
        .isEqualTo(new Outcome.Found<>(Map.of(decided.commitment().key(), decided)));
    assertThat(both.book().acknowledged()).containsExactly(other, decided);
  }

  @Test
  default void keepsTheDecisionThatIsInForce() {
    Both both = both();
    Acknowledged first = until(commitment(Sample.WEB, "r-1"), "2026-05-08");
    Acknowledged second = until(commitment(Sample.WEB, "r-1"), "2026-05-10");
    both.acknowledgements().record(first, TODAY);

    assertThat(both.acknowledgements().record(second, LocalDate.parse("2026-05-08")))
        .isEqualTo(new Outcome.Found<>(Optional.of(first)));
    assertThat(both.book().acknowledged()).containsExactly(first);
    assertThat(both.acknowledgements().record(second, LocalDate.parse("2026-05-09")))
        .isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(both.book().acknowledged()).containsExactly(second);
  }

  @Test
  default void takesADecisionAboutAnotherEndOfTheSameIdInPlaceOfTheOldOne() {
    Both both = both();
    both.acknowledgements().record(until(commitment(Sample.WEB, "r-1"), "2027-12-31"), TODAY);
    Acknowledged next =
        until(
            new RecordedCommitment(
                Sample.WEB, "us-east-1", "ec2", "r-1", END.plusSeconds(365 * 86_400L)),
            "2027-05-08");

    assertThat(both.acknowledgements().record(next, TODAY))
        .isEqualTo(new Outcome.Found<>(Optional.empty()));
    assertThat(both.book().acknowledged()).containsExactly(next);
  }

  @Test
  default void takesADecisionBackAndNoOther() {
    Both both = both();
    Acknowledged kept = until(commitment(Sample.DATA, "r-1"), "2026-05-08");
    both.acknowledgements().record(until(commitment(Sample.WEB, "r-1"), "2026-05-08"), TODAY);
    both.acknowledgements().record(kept, TODAY);

    assertThat(both.acknowledgements().remove(commitment(Sample.WEB, "r-1"))).isEmpty();
    assertThat(both.acknowledgements().remove(commitment(Sample.WEB, "r-1"))).isEmpty();

    assertThat(both.book().acknowledged()).containsExactly(kept);
  }
}
