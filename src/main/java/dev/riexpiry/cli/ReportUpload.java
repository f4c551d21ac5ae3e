package dev.riexpiry.cli;

import dev.riexpiry.delivery.ReportFile;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportReceipt;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Writes the files of a report into a bucket.
///
/// @param surroundings where the command runs
/// @param access how it comes to AWS
/// @param place the folder in the bucket
record ReportUpload(Surroundings surroundings, Access access, ReportPlace place) {
  /// Writes files, and names each object that is there now.
  ///
  /// @param files in the order of writing
  /// @param day the day that they are about
  /// @return whether all are there
  boolean write(List<ReportFile> files, LocalDate day) {
    if (!access.quiet()) {
      surroundings.terminal().err().println("Writing to " + place.location());
    }
    try (Connection connection = surroundings.connect(access.quietly())) {
      // A role of the profile has its session from before: nobody is asked for a code again.
      Outcome<Identity> _ = connection.signIn();
      Stop stop = Stop.onRequest();
      try (CtrlC _ = new CtrlC(stop)) {
        return told(
            connection.notifier().delivery(place, Optional.empty(), stop).deliver(() -> files, day),
            files);
      }
    }
  }

  private boolean told(ReportReceipt receipt, List<ReportFile> files) {
    Terminal terminal = surroundings.terminal();
    return switch (receipt.result()) {
      case ReportReceipt.Result.Written written -> {
        written.folders().stream()
            .flatMap(folder -> files.stream().map(file -> folder + file.name()))
            .forEach(terminal.out()::println);
        yield true;
      }
      case ReportReceipt.Result.Failed failed -> {
        terminal
            .err()
            .printf(
                "NOT WRITTEN: %s (%s), nor what comes after it%n  To mend it: %s%n",
                failed.object().orElse(place.location().toString()),
                failed.failure().reason(),
                failed.failure().remedy());
        yield false;
      }
      case ReportReceipt.Result.Skipped _ -> false;
    };
  }
}
