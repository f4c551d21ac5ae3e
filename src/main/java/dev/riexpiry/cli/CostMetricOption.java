package dev.riexpiry.cli;

import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.SettingParser;
import dev.riexpiry.notifier.SettingValues;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The option that chooses how costs are counted.
final class CostMetricOption {
  private final OptionSpec option =
      Syntax.text(
              "--cost-metric",
              "METRIC",
              "How costs are counted: AmortizedCost, UnblendedCost or NetAmortizedCost. Default:"
                  + " ${DEFAULT-VALUE}")
          .completionCandidates(CostMetric.ids())
          .defaultValue(CostMetric.AMORTIZED.id())
          .build();

  void addTo(CommandSpec command) {
    command.addOption(option);
  }

  /// The metric that was chosen.
  ///
  /// @param faults takes a fault if there is none of that name
  CostMetric read(List<Fault> faults) {
    return new SettingParser(_ -> Optional.ofNullable(option.getValue()), faults)
        .value(option.longestName(), SettingValues::costMetric, CostMetric.AMORTIZED);
  }
}
