package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Reconciliation.State;
import java.util.List;
import java.util.Optional;

/// The member `reconciliation` of a report.
///
/// @param to the last day
/// @param both how many commitments both sources list; this and the lists are left out where there
///   is only one source
/// @param unjoined the services of which nothing could be brought together
/// @param failures the reasons why not everything was compared
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReconciliationDocument(
    String state,
    Optional<String> from,
    Optional<String> to,
    int requests,
    Optional<Integer> both,
    Optional<List<DifferenceDocument>> accountOnly,
    Optional<List<DifferenceDocument>> payerOnly,
    Optional<List<DifferenceDocument>> disputed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unjoined,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ComparisonFailure> failures) {
  /// Shows a reconciliation.
  public static ReconciliationDocument of(Reconciliation reconciliation, AccountLabels accounts) {
    Optional<Reconciliation> compared =
        Optional.of(reconciliation).filter(one -> one.state() != State.OFF);
    return new ReconciliationDocument(
        reconciliation.state().id(),
        reconciliation.period().map(period -> period.from().toString()),
        reconciliation.period().map(period -> period.to().toString()),
        reconciliation.requests(),
        compared.map(Reconciliation::both),
        compared.map(one -> documents(one.accountOnly(), accounts)),
        compared.map(one -> documents(one.payerOnly(), accounts)),
        compared.map(one -> documents(one.disputed(), accounts)),
        reconciliation.unjoined().stream().map(Service::id).toList(),
        reconciliation.failures().stream()
            .map(failure ->
                new ComparisonFailure(
                    failure.action(), failure.code(), failure.message(), failure.remedy()))
            .toList());
  }

  private static List<DifferenceDocument> documents(
      List<Difference> differences, AccountLabels accounts) {
    return differences.stream().map(item -> DifferenceDocument.of(item, accounts)).toList();
  }

  /// The same with other lists, for a report that is too large.
  public ReconciliationDocument with(
      List<DifferenceDocument> accounts,
      List<DifferenceDocument> payer,
      List<DifferenceDocument> disputes) {
    return new ReconciliationDocument(
        state,
        from,
        to,
        requests,
        both,
        accountOnly.map(_ -> accounts),
        payerOnly.map(_ -> payer),
        disputed.map(_ -> disputes),
        unjoined,
        failures);
  }

  /// An entry of `accountOnly`, `payerOnly` or `disputed`.
  public record DifferenceDocument(
      String accountId,
      String accountName,
      String region,
      String service,
      String commitmentId,
      String resourceType,
      int quantity,
      String end,
      String reason,
      String detail,
      String remedy) {
    private static DifferenceDocument of(Difference difference, AccountLabels accounts) {
      Commitment commitment = difference.commitment();
      AccountLabel account = accounts.of(commitment.accountId());
      return new DifferenceDocument(
          account.id().value(),
          account.name(),
          commitment.region(),
          commitment.service().id(),
          commitment.id(),
          commitment.covered().resourceType(),
          commitment.covered().quantity(),
          commitment.end().toString(),
          difference.reason().id(),
          difference.detail(),
          difference.remedy());
    }
  }

  /// An entry of `failures`.
  public record ComparisonFailure(String action, String code, String message, String remedy) {}
}
