package dev.riexpiry.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The ways in which Cost Explorer counts money. Its other metrics are not offered: they hide what
/// a commitment costs, or are no money.
///
/// @see <a
///   href="https://docs.aws.amazon.com/aws-cost-management/latest/userguide/ce-advanced.html">
///   Exploring more data for advanced cost analysis</a>
public enum CostMetric {
  /// What was paid upfront is spread over the term.
  AMORTIZED("AmortizedCost"),

  /// What is billed on the day it is billed.
  UNBLENDED("UnblendedCost"),

  /// Amortised, and after discounts.
  NET_AMORTIZED("NetAmortizedCost");

  private final String id;

  CostMetric(String id) {
    this.id = id;
  }

  /// The name that Cost Explorer knows it by.
  public String id() {
    return id;
  }

  /// The metric of a name; empty if there is none.
  public static Optional<CostMetric> of(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
  }

  /// The names of all.
  public static List<String> ids() {
    return Arrays.stream(values()).map(CostMetric::id).toList();
  }
}
