package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.CheckDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// What the tags of a commitment say of being silent. Whoever may tag it decides that, so that it
/// has to have a reason, and an end that is not too far away.
public sealed interface SilencingTag {
  /// The tag with the last check date on which it is silent.
  String UNTIL = "ri-expiry:ignore-until";

  /// The tag with the reason.
  String REASON = "ri-expiry:reason";

  /// The most days from the check date to that day.
  int MOST_DAYS = 400;

  /// Reads the tags of a commitment.
  static SilencingTag of(Commitment commitment, CheckDate checkDate) {
    String day = commitment.label().tags().get(UNTIL);
    if (day == null) {
      return new None();
    }
    Optional<LocalDate> until = date(day.strip());
    if (until.isEmpty()) {
      return new Faulty(
          "'%s' is no date; write year, month and day such as 2026-05-04".formatted(day));
    }
    if (until.get().isBefore(checkDate.date())) {
      return new None();
    }
    if (until.get().isAfter(checkDate.date().plusDays(MOST_DAYS))) {
      return new Faulty(
          "%s is more than %s days away; name an earlier day".formatted(until.get(), MOST_DAYS));
    }
    String reason = Optional.ofNullable(commitment.label().tags().get(REASON)).orElse("").strip();
    if (!Acknowledgement.saysSomething(reason)) {
      return new Faulty("the tag %s gives no reason; add it".formatted(REASON));
    }
    return new Valid(
        new Acknowledgement(
            until.get(),
            reason.substring(0, Math.min(reason.length(), Acknowledgement.LONGEST_REASON)),
            new Acknowledgement.By.Tag()));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Nothing, or nothing any more.
  record None() implements SilencingTag {}

  /// That it is silent.
  record Valid(Acknowledgement acknowledgement) implements SilencingTag {}

  /// Something that silences nothing.
  ///
  /// @param why what is wrong, and what to do about it
  record Faulty(String why) implements SilencingTag {}
}
