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

/// Savings plans, 1,000 a page, in every state: those of all regions in one listing. Times and
/// amounts are strings. The end is `end`: one that AWS published is not start + term.
final class SavingsPlansReader implements ServiceReader {
  private static final int PAGE = 1000;

  @Override
  public ServiceMetadata metadata() {
    return SavingsplansClient.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    SavingsplansClient client = place.client(SavingsplansClient.class, SavingsplansClient::builder);
    Pages.asked(
            token ->
                client.describeSavingsPlans(request ->
                    request.maxResults(PAGE).nextToken(token).overrideConfiguration(place::sign)),
            DescribeSavingsPlansResponse::nextToken)
        .read(
            DescribeSavingsPlansResponse::hasSavingsPlans,
            DescribeSavingsPlansResponse::savingsPlans,
            "savings plans",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, SavingsPlan item, Sink sink) {
    Optional<Instant> end = time(item.end());
    Optional<Money> hourly =
        Prices.amount(item.commitment())
            .map(amount -> new Money(amount, Answers.optional(item.currencyAsString())));
    new Item(
            place,
            Service.SAVINGS_PLANS,
            Answers.optional(item.savingsPlanId()),
            CommitmentState.of(Answers.orEmpty(item.stateAsString())),
            end.map(last -> new Term(time(item.start()).orElse(last), last)),
            item.end() == null ? "no end" : "an end that is no time: " + item.end())
        .tell(
            sink,
            covered(item, hourly),
            new Offering(Answers.optional(item.paymentOptionAsString()), Optional.empty()),
            hourly,
            new Label(
                Answers.optional(item.description()),
                Answers.optional(item.savingsPlanArn()),
                item.tags()));
  }

  /// Only a plan that is bound to a region tells one.
  private static Covered covered(SavingsPlan item, Optional<Money> hourly) {
    return new Covered.Spend(
        Answers.orUnknown(item.savingsPlanTypeAsString()),
        hourly,
        Answers.optional(item.ec2InstanceFamily()),
        Answers.optional(item.region()).<Scope>map(Scope.Region::new).orElseGet(Scope.Global::new));
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return Answers.optional(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
