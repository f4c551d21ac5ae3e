package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The members of a commitment in JSON that came after its first version. A value that a service
/// does not report is left out and not null. Amounts are numbers, with as many decimals as AWS
/// gave.
///
/// @param omitted the names of what is left out because a message could not hold it
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CommitmentDetails(
    Optional<String> commitmentType,
    Optional<String> unit,
    Optional<String> scope,
    Optional<String> scopeName,
    Optional<String> platform,
    Optional<String> tenancy,
    Optional<Boolean> multiAz,
    Optional<String> instanceFamily,
    Optional<BigDecimal> hourlyCommitment,
    Optional<String> offeringClass,
    Optional<String> paymentOption,
    Optional<BigDecimal> hourlyPrice,
    Optional<String> currency,
    Optional<String> commitmentName,
    Optional<String> commitmentArn,
    Optional<String> owner,
    Optional<Map<String, String>> tags,
    Optional<List<String>> omitted) {

  static CommitmentDetails of(Commitment commitment, CheckSummary summary, Detail detail) {
    return switch (detail) {
      case FULL ->
          of(
              commitment,
              summary,
              Optional.of(commitment.label()).map(Label::tags),
              Optional.empty());
      case WITHOUT_TAGS -> of(commitment, summary, Optional.empty(), Optional.of(List.of("tags")));
      case LEAST -> none(List.of("tags", "details"));
    };
  }

  private static CommitmentDetails of(
      Commitment commitment,
      CheckSummary summary,
      Optional<? extends Map<String, String>> tags,
      Optional<List<String>> omitted) {
    Covered covered = commitment.covered();
    Scope scope = covered.scope();
    Optional<Covered.Resources> resources =
        Optional.of(covered)
            .filter(Covered.Resources.class::isInstance)
            .map(Covered.Resources.class::cast);
    Optional<Covered.Spend> spend =
        Optional.of(covered).filter(Covered.Spend.class::isInstance).map(Covered.Spend.class::cast);
    return new CommitmentDetails(
        Optional.of(covered.kind()),
        Optional.of(covered.unit().label()),
        Optional.of(scope.id()),
        scope.name(),
        resources.flatMap(Covered.Resources::platform),
        resources.flatMap(Covered.Resources::tenancy),
        resources.map(Covered.Resources::multiAz).filter(pair -> pair),
        spend.flatMap(Covered.Spend::family),
        spend.flatMap(Covered.Spend::hourly).map(Money::amount),
        commitment.offering().offeringClass(),
        commitment.offering().payment(),
        commitment.hourlyPrice().map(Money::amount),
        commitment.hourlyPrice().flatMap(Money::currency),
        commitment.label().name(),
        commitment.label().arn(),
        summary.owner(commitment),
        tags.filter(some -> !some.isEmpty()).map(some -> some),
        omitted);
  }

  private static CommitmentDetails none(List<String> omitted) {
    return new CommitmentDetails(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(omitted));
  }
}
