package dev.riexpiry.aws;

import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.savingsplans.SavingsplansClient;
import software.amazon.awssdk.services.savingsplans.model.DescribeSavingsPlansResponse;
import software.amazon.awssdk.services.savingsplans.model.SavingsPlan;

/// Lists Savings Plans, 1,000 a page, in every state: those of all regions in one listing. Times
/// and amounts are strings. The end is `end`: one that AWS published is not start + term.
final class SavingsPlansReader implements ServiceReader {
  private static final int PAGE = 1000;

  @Override
  public ServiceMetadata metadata() {
    return SavingsplansClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    SavingsplansClient client = at.client(SavingsplansClient.class, SavingsplansClient::builder);
    Pages.byToken(
            token ->
                client.describeSavingsPlans(request ->
                    request.maxResults(PAGE).nextToken(token).overrideConfiguration(at::sign)),
            DescribeSavingsPlansResponse::nextToken)
        .read(
            DescribeSavingsPlansResponse::hasSavingsPlans,
            DescribeSavingsPlansResponse::savingsPlans,
            "savings plans",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, SavingsPlan item, Sink sink) {
    Optional<Instant> end = time(item.end());
    Optional<Money> hourly =
        Prices.amount(item.commitment())
            .map(amount -> new Money(amount, OptionalMembers.text(item.currencyAsString())));
    new ListedCommitment(
            at,
            Service.SAVINGS_PLANS,
            OptionalMembers.text(item.savingsPlanId()),
            CommitmentState.of(OptionalMembers.orEmpty(item.stateAsString())),
            end.map(last -> new Term(time(item.start()).orElse(last), last)),
            item.end() == null ? "no end" : "an end that is no time: " + item.end())
        .offerTo(
            sink,
            covered(item, hourly),
            new Offering(OptionalMembers.text(item.paymentOptionAsString()), Optional.empty()),
            hourly,
            new Label(
                OptionalMembers.text(item.description()),
                OptionalMembers.text(item.savingsPlanArn()),
                item.tags()));
  }

  /// The spend that a plan covers. Only a plan that is bound to a region names one.
  private static Covered covered(SavingsPlan item, Optional<Money> hourly) {
    return new Covered.Spend(
        OptionalMembers.orUnknown(item.savingsPlanTypeAsString()),
        hourly,
        OptionalMembers.text(item.ec2InstanceFamily()),
        OptionalMembers.text(item.region())
            .<Scope>map(Scope.Region::new)
            .orElseGet(Scope.Global::new));
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return OptionalMembers.text(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
