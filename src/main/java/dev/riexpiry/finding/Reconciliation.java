package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What comparing the two sources of a run, its accounts and the payer's Cost Explorer, has shown.
///
/// @param state whether they were compared
/// @param period the days that the payer's Cost Explorer was asked about; empty where it was not
/// @param requests the pages that it answered
/// @param both how many commitments both list
/// @param accountOnly what the payer should list and does not
/// @param payerOnly what only the payer lists
/// @param disputed what both list, and not alike
/// @param known the unread places of which the payer knows all that it lists of any account
/// @param unjoined the services of which no commitment could be brought together though both list
///   some
/// @param failures the reasons why not everything was compared
public record Reconciliation(
    State state,
    Optional<Period> period,
    int requests,
    int both,
    List<Difference> accountOnly,
    List<Difference> payerOnly,
    List<Difference> disputed,
    Set<Place> known,
    List<Service> unjoined,
    List<Failure> failures) {
  /// The reconciliation of a run without a payer.
  public static final Reconciliation OFF = off(Optional.empty(), 0);

  public Reconciliation {
    requireNonNull(state, "state is null");
    requireNonNull(period, "period is null");
    accountOnly = List.copyOf(accountOnly);
    payerOnly = List.copyOf(payerOnly);
    disputed = List.copyOf(disputed);
    known = Set.copyOf(known);
    unjoined = List.copyOf(unjoined);
    failures = List.copyOf(failures);
  }

  /// The reconciliation of a run of which the payer is the only source.
  public static Reconciliation onlySource(Period period, int requests) {
    return off(Optional.of(period), requests);
  }

  private static Reconciliation off(Optional<Period> period, int requests) {
    return new Reconciliation(
        State.OFF, period, requests, 0, List.of(), List.of(), List.of(), Set.of(), List.of(),
        List.of());
  }

  /// The days that are known where the payer is the only source.
  public Optional<Period> ofOnlySource() {
    return state == State.OFF ? period : Optional.empty();
  }

  /// The days that are known from the payer beside the accounts.
  public Optional<Period> besideAccounts() {
    return state == State.OFF ? Optional.empty() : period;
  }

  /// The last day up to which the payer knows of an unread place; empty where it does not.
  public Optional<LocalDate> knownUpTo(Place place) {
    return besideAccounts().filter(_ -> known.contains(place)).map(Period::to);
  }

  /// Counts the commitments of which the two do not say the same.
  public int differences() {
    return accountOnly.size() + payerOnly.size() + disputed.size();
  }

  /// Tells whether everything was compared and is the same.
  public boolean agrees() {
    return state == State.DONE && differences() == 0 && unjoined.isEmpty();
  }

  /// The same after further pages were answered.
  Reconciliation after(int more) {
    return new Reconciliation(
        state,
        period,
        requests + more,
        both,
        accountOnly,
        payerOnly,
        disputed,
        known,
        unjoined,
        failures);
  }

  /// Tells whether the two sources were compared.
  public enum State {
    /// There is only one source.
    OFF("off"),
    /// All that the payer lists was compared.
    DONE("done"),
    /// The payer, or one of its listings, could not be read.
    FAILED("failed");

    private final String id;

    State(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// The word that stands for it in JSON.
    public String id() {
      return id;
    }
  }

  /// Some days.
  ///
  /// @param from the first day, in UTC
  /// @param to the last day, in UTC
  public record Period(LocalDate from, LocalDate to) {
    public Period {
      requireNonNull(from, "from is null");
      requireNonNull(to, "to is null");
    }
  }
}
