package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The event that the function was called with.
sealed interface CheckEvent {
  /// Reads an event.
  ///
  /// @throws InvalidInputException naming every key and value that is wrong
  static CheckEvent parse(byte[] json) {
    return new EventReader().read(json);
  }

  /// An event that asks for a check, or for a step of one.
  sealed interface OfCheck extends CheckEvent {}

  /// The daily call of a scheduled rule or of EventBridge Scheduler.
  ///
  /// @param time the time it was due, which a late retry still has
  record Scheduled(Instant time) implements OfCheck {
    public Scheduled {
      requireNonNull(time, "time is null");
    }

    /// Takes the time from the Lambda library's own type.
    static Scheduled of(ScheduledEvent event) {
      return new Scheduled(Instant.ofEpochMilli(event.getTime().getMillis()));
    }
  }

  /// A call by the state machine that spreads a check over several functions.
  ///
  /// @param of the step, and its run
  /// @param cause the event that started the run
  record Step(SpreadStep.OfRun of, OfCheck cause) implements OfCheck {
    public Step {
      requireNonNull(of, "of is null");
      requireNonNull(cause, "cause is null");
    }
  }

  /// A call by hand.
  ///
  /// @param checkDate the day it is to be; today if absent
  /// @param dryRun whether nothing is to be sent
  /// @param accounts the accounts to check, all of them in the file; the whole file if absent
  /// @param milestones those to use instead of the function's own
  record ByHand(
      Optional<LocalDate> checkDate,
      boolean dryRun,
      Optional<List<AccountId>> accounts,
      Optional<Milestones> milestones)
      implements OfCheck {
    public ByHand {
      requireNonNull(checkDate, "checkDate is null");
      accounts = accounts.map(List::copyOf);
      requireNonNull(milestones, "milestones is null");
    }
  }

  /// A call by hand that asks to try everything once.
  ///
  /// @param testAlert whether one message is to be sent that says that it is a test
  /// @param accounts the accounts to try, all of them in the file; the whole file if absent
  record Verify(boolean testAlert, Optional<List<AccountId>> accounts) implements CheckEvent {
    public Verify {
      accounts = accounts.map(List::copyOf);
    }
  }
}
