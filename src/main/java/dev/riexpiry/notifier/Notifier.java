package dev.riexpiry.notifier;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsSource;
import dev.riexpiry.aws.AwsAdapters;
import dev.riexpiry.aws.AwsClients;
import dev.riexpiry.aws.SignedIn;
import dev.riexpiry.check.Check;
import dev.riexpiry.check.SpreadCheck;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.cost.CostInquiry;
import dev.riexpiry.delivery.AudienceInquiry;
import dev.riexpiry.delivery.ReportDelivery;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.S3ObjectName;
import dev.riexpiry.ledger.Acknowledgements;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.signin.MfaPrompt;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.verify.BucketTrials;
import dev.riexpiry.verify.CostTrials;
import dev.riexpiry.verify.ReportTrials;
import dev.riexpiry.verify.Verification;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Puts the whole program together: the one place where the parts of a check meet the adapters that
/// ask AWS. Function, command line and rehearsal get their checks here.
///
/// @param clients ask AWS
/// @param clock the time, for what is recorded and for what the payer knows
public record Notifier(AwsClients clients, InstantSource clock) {
  public Notifier {
    requireNonNull(clients, "clients is null");
    requireNonNull(clock, "clock is null");
  }

  /// Signs the caller in, before a run that would otherwise say of each account that it cannot.
  ///
  /// @param prompt asks for the code of an MFA device
  /// @return why that cannot be done
  public Outcome<SignedIn> signIn(MfaPrompt prompt) {
    return adapters().signIn(prompt);
  }

  /// Puts a check together.
  ///
  /// @param concurrency the number of calls at once, from 1 to 256
  /// @param progress receives the progress of the sweep
  /// @param records the means to record announcements; without it every run announces everything
  public Check check(int concurrency, Progress progress, Optional<Records> records) {
    return new Check(
            new Sweep(adapters().access(), Service.ALL, concurrency, progress),
            adapters().publishers(),
            records.map(with ->
                new RecordKeeping(
                    adapters().ledger(with.table(), clock),
                    with.run(),
                    clock,
                    with.waiter(),
                    RecordKeeping.USUAL_CALLS_AT_ONCE)),
            new PayerInquiry(adapters().costExplorer(), clock))
        .asking(new AudienceInquiry(adapters().topics(), AudienceInquiry.USUAL));
  }

  /// Puts together what reads the costs of accounts.
  public CostInquiry costs() {
    return new CostInquiry(adapters().costs());
  }

  /// Puts together what tries everything once that a check would do.
  ///
  /// @param concurrency the number of calls at once, from 1 to 256
  /// @param progress receives the progress of what is asked in the accounts
  /// @param ledgerTable the ledger's table, if there is one
  /// @param runBucket the bucket of spread checks, if they are
  /// @param report where reports are written, if they are
  public Verification verification(
      int concurrency,
      Progress progress,
      Optional<String> ledgerTable,
      Optional<String> runBucket,
      Optional<ReportPlace> report) {
    return new Verification(
        adapters().access(),
        adapters().region(),
        new PayerInquiry(adapters().costExplorer(), clock),
        adapters().topics(),
        adapters().publishers(),
        ledgerTable.map(table -> adapters().ledger(table, clock)),
        runBucket.map(bucket -> new BucketTrials(bucket, adapters().store(bucket))),
        report.map(place ->
            new ReportTrials(
                adapters().reports(Optional.empty(), Stop.onRequest()),
                place,
                new CostTrials(adapters().costs(), clock))),
        concurrency,
        progress);
  }

  /// The acknowledgements in the table of a ledger.
  public Acknowledgements acknowledgements(String table) {
    return adapters().acknowledgements(table);
  }

  /// The caller's own region, where nothing names another.
  public String region() {
    return adapters().region();
  }

  /// Puts together what writes the files of reports.
  ///
  /// @param caller whose the caller's own credentials are, where that is known already
  /// @param stop ends the writing
  public ReportDelivery delivery(ReportPlace place, Optional<Identity> caller, Stop stop) {
    return new ReportDelivery(adapters().reports(caller, stop), place);
  }

  /// Puts together a check with steps that run in different functions.
  ///
  /// @param bucket keeps the results of the steps
  /// @param run the name of the run, which no other run has
  public SpreadCheck spread(Check check, String bucket, String run) {
    return new SpreadCheck(check, adapters().store(bucket), run);
  }

  /// Reads an accounts file, wherever it is.
  ///
  /// @param stop ends the reading
  /// @throws InvalidInputException if it cannot be read, or holds any fault, naming all of them
  public AccountsFile accounts(AccountsSource source, Stop stop) {
    return switch (source) {
      case AccountsSource.OnDisk(Path path) -> AccountsFile.read(path);
      case AccountsSource.InBucket(S3ObjectName object) -> adapters().accounts(object, stop);
    };
  }

  /// The accounts that a file names, and those of the organization if the file asks for them.
  ///
  /// @param stop ends the listing early
  public Roster roster(AccountsFile file, Stop stop) {
    return Roster.of(file, adapters().directory(), stop);
  }

  /// The same roster for a caller who has signed in: nobody asks again who it is.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt
  public Roster roster(AccountsFile file, Outcome<Identity> caller, Stop stop) {
    return Roster.of(file, adapters().directory(), caller, stop);
  }

  private AwsAdapters adapters() {
    return new AwsAdapters(clients);
  }

  /// The means of a run to record its announcements: a table, and the run's name in there.
  ///
  /// @param table the ledger's table
  /// @param run the name of the run, which no other run has
  /// @param waiter waits for another run that is announcing the same
  public record Records(String table, String run, Waiter waiter) {
    public Records {
      requireNonNull(table, "table is null");
      requireNonNull(run, "run is null");
      requireNonNull(waiter, "waiter is null");
    }
  }
}
