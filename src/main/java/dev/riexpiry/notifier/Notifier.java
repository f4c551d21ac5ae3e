package dev.riexpiry.notifier;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.aws.AwsAdapters;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.SpreadCheck;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import java.time.InstantSource;
import java.util.Optional;

/// The whole program, put together: the one place where the parts of a check meet the adapters that
/// ask AWS. Function, command line and rehearsal get their checks here.
///
/// @param clients ask AWS
/// @param clock the time, for what is recorded
public record Notifier(AwsClients clients, InstantSource clock) {
  public Notifier {
    requireNonNull(clients, "clients is null");
    requireNonNull(clock, "clock is null");
  }

  /// Puts a check together.
  ///
  /// @param concurrency how many calls at once, from 1 to 256
  /// @param progress hears how far the sweep has come
  /// @param records what announcements are recorded with; without it every run announces everything
  public Check check(int concurrency, Progress progress, Optional<Records> records) {
    return new Check(
        new Sweep(adapters().access(), Service.ALL, concurrency, progress),
        adapters().publisher(),
        records.map(with ->
            new RecordKeeping(
                adapters().ledger(with.table(), clock),
                with.run(),
                clock,
                with.waiter(),
                RecordKeeping.USUAL_CALLS_AT_ONCE)));
  }

  /// Puts a check together whose steps run in different functions.
  ///
  /// @param bucket keeps what the steps hand on
  /// @param run the name of the run, unlike that of any other
  public SpreadCheck spread(Check check, String bucket, String run) {
    return new SpreadCheck(check, adapters().store(bucket), run);
  }

  /// The accounts that a file names, and those of the organization if the file asks for them.
  ///
  /// @param stop when to end although not everything is listed
  public Roster roster(AccountsFile file, Stop stop) {
    return Roster.of(file, adapters().directory(), stop);
  }

  private AwsAdapters adapters() {
    return new AwsAdapters(clients);
  }

  /// Says where and as whom a run records what it announces.
  ///
  /// @param table the ledger's table
  /// @param run the name of the run, unlike that of any other
  /// @param waiter waits for another run that is announcing the same
  public record Records(String table, String run, Waiter waiter) {
    public Records {
      requireNonNull(table, "table is null");
      requireNonNull(run, "run is null");
      requireNonNull(waiter, "waiter is null");
    }
  }
}
