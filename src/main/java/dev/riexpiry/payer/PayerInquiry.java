package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer.Session;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/// Reads the Cost Explorer of a payer: proves that it is the one that sees the whole organization,
/// and lists the commitments of each service.
///
/// @param explorer asks
/// @param clock the time, whose days Cost Explorer knows
public record PayerInquiry(CostExplorer explorer, InstantSource clock) {
  private static final String PROOF = "organizations:DescribeOrganization";

  public PayerInquiry {
    requireNonNull(explorer, "explorer is null");
    requireNonNull(clock, "clock is null");
  }

  /// Reads a payer. Failures of AWS are in the reading; no exception is thrown for them.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt, if that
  ///   was asked already
  /// @param stop ends the reading; what was not listed is a failure then
  public PayerReading read(PayerScope payer, Optional<Outcome<Identity>> caller, Stop stop) {
    Instant now = clock.instant();
    return switch (explorer.signIn(payer, caller)) {
      case Outcome.Failed<Session>(Failure failure) ->
          PayerReading.refused(payer.id(), Optional.empty(), now, failure);
      case Outcome.Found<Session>(Session session) ->
          unproved(session)
              .map(failure ->
                  PayerReading.refused(
                      Optional.of(session.account()), session.caller(), now, failure))
              .orElseGet(() -> listed(session, Window.before(now), now, payer.services(), stop, 0));
    };
  }

  /// Reads the last 7 days of what was read already, of some services.
  ///
  /// @param first what was read
  /// @param services the services
  /// @param stop ends the reading
  public PayerReading readRecent(
      PayerScope payer, PayerReading first, Collection<Service> services, Stop stop) {
    Optional<Outcome<Identity>> caller = first.caller().map(Outcome.Found::new);
    return switch (explorer.signIn(payer, caller)) {
      case Outcome.Failed<Session>(Failure failure) ->
          PayerReading.refused(first.payer(), first.caller(), first.asked(), failure);
      case Outcome.Found<Session>(Session session) ->
          listed(session, first.window().recent(), first.asked(), services, stop, first.requests());
    };
  }

  /// Tells why a session need not see all accounts: in a member account Cost Explorer answers for
  /// that account only. An account in no organization pays for itself.
  public static Optional<Failure> unproved(Session session) {
    return switch (session.managementAccount()) {
      case Outcome.Failed<Optional<AccountId>>(Failure failure) -> Optional.of(failure);
      case Outcome.Found<Optional<AccountId>>(Optional<AccountId> payer) ->
          unproved(session.account(), payer);
    };
  }

  /// The same for an account of which that is known.
  ///
  /// @param asked the account whose Cost Explorer answers
  /// @param payer the management account of its organization, if it is in one
  public static Optional<Failure> unproved(AccountId asked, Optional<AccountId> payer) {
    return payer
        .filter(id -> !id.equals(asked))
        .map(id ->
            new Failure(
                PROOF,
                Failure.NOT_THE_PAYER,
                "sees account %s only: the organization's management account is %s"
                    .formatted(asked, id),
                "name the management account in the accounts file's payer, and a role to assume"
                    + " there, or run the check with its credentials"));
  }

  private static PayerReading listed(
      Session session,
      Window window,
      Instant now,
      Collection<Service> services,
      Stop stop,
      int before) {
    PayerListings listings = new PayerListings(session, window, stop, before);
    services.forEach(listings::read);
    return new PayerReading(
        Optional.of(session.account()),
        session.caller(),
        now,
        window,
        listings.requests(),
        Optional.empty(),
        listings.all(),
        listings.warnings());
  }
}
