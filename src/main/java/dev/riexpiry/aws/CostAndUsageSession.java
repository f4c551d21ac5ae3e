package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.cost.Cost;
import dev.riexpiry.cost.CostAndUsage.Page;
import dev.riexpiry.cost.CostAndUsage.Session;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostQuestion;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Directory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.DimensionValuesWithAttributes;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/// Asks the Cost Explorer of one account what was paid.
///
/// @param explorer the session in the account
record CostAndUsageSession(CostExplorerSession explorer) implements Session {
  /// The name of an account, among the attributes of its id.
  private static final String NAME = "description";

  /// The unit of an amount that has none.
  private static final String NO_UNIT = "N/A";

  /// A decimal number; its exponent stays small, so that it can be written out.
  private static final Pattern AMOUNT =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?");

  private static final int LONGEST_AMOUNT = 100;

  CostAndUsageSession {
    requireNonNull(explorer, "explorer is null");
  }

  @Override
  public AccountId account() {
    return explorer.account();
  }

  @Override
  public Outcome<Optional<AccountId>> managementAccount() {
    return explorer.managementAccount();
  }

  @Override
  public Directory organization() {
    return new OrganizationDirectory(explorer.clients(), explorer.credentials());
  }

  @Override
  public Session patient() {
    return new CostAndUsageSession(explorer.patient());
  }

  @Override
  public Outcome<Page> page(CostQuestion question, Optional<String> token) {
    return new AwsCall(CostQuestion.ACTION).ask(() -> ask(question, token.orElse(null)));
  }

  private Outcome<Page> ask(CostQuestion question, @Nullable String token) {
    GetCostAndUsageResponse answer =
        explorer
            .client()
            .getCostAndUsage(request ->
                request
                    .timePeriod(
                        DateInterval.builder()
                            .start(question.days().from().toString())
                            .end(question.days().after().toString())
                            .build())
                    .granularity(Granularity.DAILY)
                    .metrics(question.metric().id())
                    .groupBy(by(Dimension.LINKED_ACCOUNT), by(Dimension.SERVICE))
                    .filter(question.only().map(CostAndUsageSession::of).orElse(null))
                    .nextPageToken(token)
                    .overrideConfiguration(explorer.global()::sign));
    if (!answer.hasResultsByTime()) {
      return unusable("the answer holds no list of days");
    }
    Map<LocalDate, Boolean> days = new HashMap<>();
    List<Cost> costs = new ArrayList<>();
    for (ResultByTime day : answer.resultsByTime()) {
      Optional<LocalDate> date = date(day);
      if (date.isEmpty()) {
        return unusable("a part of the answer does not say of which day it is");
      }
      boolean estimated = Boolean.TRUE.equals(day.estimated());
      days.merge(date.get(), estimated, Boolean::logicalOr);
      for (Group group : day.groups()) {
        Optional<Cost> cost = cost(date.get(), group, question.metric(), estimated);
        if (cost.isEmpty()) {
          return unusable(
              "the answer lists %s on %s without an account, a service or an amount"
                  .formatted(String.join(", ", group.keys()), date.get()));
        }
        costs.add(cost.get());
      }
    }
    return new Outcome.Found<>(
        new Page(
            costs,
            days,
            names(answer.dimensionValueAttributes()),
            OptionalMembers.text(answer.nextPageToken())));
  }

  private static GroupDefinition by(Dimension dimension) {
    return GroupDefinition.builder()
        .type(GroupDefinitionType.DIMENSION)
        .key(dimension.toString())
        .build();
  }

  private static Expression of(AccountId account) {
    return Expression.builder()
        .dimensions(of -> of.key(Dimension.LINKED_ACCOUNT).values(account.value()))
        .build();
  }

  private static Optional<LocalDate> date(ResultByTime day) {
    try {
      return Optional.ofNullable(day.timePeriod())
          .flatMap(period -> OptionalMembers.text(period.start()))
          .map(LocalDate::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Reads a group, whose keys are in the order in which it was grouped by.
  private static Optional<Cost> cost(
      LocalDate date, Group group, CostMetric metric, boolean estimated) {
    return group.keys().size() == 2
            && AccountId.isValid(group.keys().getFirst())
            && group.metrics().containsKey(metric.id())
        ? money(group.metrics().get(metric.id()))
            .map(amount ->
                new Cost(
                    date,
                    new AccountId(group.keys().getFirst()),
                    group.keys().getLast(),
                    amount,
                    estimated))
        : Optional.empty();
  }

  private static Optional<Money> money(MetricValue value) {
    return OptionalMembers.text(value.amount())
        .filter(text -> text.length() <= LONGEST_AMOUNT && AMOUNT.matcher(text).matches())
        .map(BigDecimal::new)
        .map(amount ->
            new Money(
                amount, OptionalMembers.text(value.unit()).filter(unit -> !unit.equals(NO_UNIT))));
  }

  private static Map<AccountId, String> names(List<DimensionValuesWithAttributes> values) {
    Map<AccountId, String> names = new HashMap<>();
    for (DimensionValuesWithAttributes value : values) {
      String id = OptionalMembers.orEmpty(value.value());
      if (AccountId.isValid(id)) {
        OptionalMembers.text(value.attributes().get(NAME))
            .ifPresent(name -> names.put(new AccountId(id), name));
      }
    }
    return names;
  }

  private static Outcome<Page> unusable(String message) {
    return new Outcome.Failed<>(AwsFailures.unusable(CostQuestion.ACTION, message));
  }

  /// Names neither clients nor credentials.
  @Override
  public String toString() {
    return explorer.toString();
  }
}
