package dev.riexpiry.cli;



import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.DynamoLedger;
import dev.riexpiry.aws.OrganizationDirectory;
import dev.riexpiry.aws.SdkAccess;
import dev.riexpiry.aws.SnsPublisher;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.Recorder;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Runs a check for a command, with progress and warnings on standard error.
///
/// @param terminal where to write
/// @param clock what time it is
/// @param clients makes the SDK clients for a profile, or for none
record Runner(
    Terminal terminal, InstantSource clock, Function<Optional<String>, AwsClients> clients) {
  /// Why a report without an alert has none.
  static String noAlert(CheckReport report) {
    if (report.needsSomebody()
        || !report.troubles().isEmpty()
        || !report.lapsed().isEmpty()
        || !report.complete()) {
      return "No alert: what is expiring or could not be read was told before.";
    }
    return report.expiring().isEmpty()
        ? "No alert: nothing is expiring, and everything was read."
        : "No alert: what is expiring is renewed already, and everything was read.";
  }

  /// @param faults what is wrong with the command's own options; named together with the others
  CheckReport run(CheckOptions options, boolean publish, List<Fault> faults) {
    CheckOptions.Parsed parsed = options.parse(publish, clock, faults);
    CheckReport report;
    try (AwsClients aws = clients.apply(options.profile())) {
      Stop stop = parsed.timeout().map(Stop::after).orElseGet(Stop::onRequest);
      CheckRequest request =
          parsed.request().of(Roster.of(parsed.accounts(), new OrganizationDirectory(aws), stop));
      try (ProgressLine progress = new ProgressLine(terminal, request);
          Interruption _ = new Interruption(stop)) {
        report =
            new Check(
                    new Sweep(
                        new SdkAccess(aws),
                        List.of(Service.values()),
                        parsed.concurrency(),
                        progress),
                    new SnsPublisher(aws),
                    parsed.ledgerTable().map(table -> recorder(aws, table, stop)))
                .run(request, stop);
      }
    }
    report.warnings().forEach(warning -> terminal.err().println("Warning: " + warning));
    return report;
  }

  private Recorder recorder(AwsClients aws, String table, Stop stop) {
    return new Recorder(
        new DynamoLedger(aws, table, clock),
        UUID.randomUUID().toString(),
        clock,
        time -> !stop.isRequested() && sleep(time));
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
