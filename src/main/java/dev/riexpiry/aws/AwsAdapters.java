package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.cost.CostAndUsage;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.ReportStore;
import dev.riexpiry.delivery.Topics;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.S3ObjectName;
import dev.riexpiry.ledger.Acknowledgements;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.payer.CostExplorer;
import dev.riexpiry.signin.MfaPrompt;
import dev.riexpiry.sweep.AwsAccess;
import dev.riexpiry.sweep.BatchStore;
import dev.riexpiry.sweep.Directory;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.time.InstantSource;
import java.util.Optional;

/// The adapters of everything that the program asks of AWS.
///
/// @param clients ask AWS
public record AwsAdapters(AwsClients clients) {
  public AwsAdapters {
    requireNonNull(clients, "clients is null");
  }

  /// Signs the caller itself in, and asks whose its credentials are.
  ///
  /// @param prompt asks for the code of an MFA device
  /// @return why that cannot be done
  public Outcome<SignedIn> signIn(MfaPrompt prompt) {
    return CallerSignIn.signIn(clients, prompt);
  }

  /// The sign-in to accounts.
  public AwsAccess access() {
    return new SdkAccess(clients);
  }

  /// The accounts file in a bucket.
  ///
  /// @param stop ends the reading
  /// @throws InvalidInputException if it cannot be read, or holds any fault
  public AccountsFile accounts(S3ObjectName object, Stop stop) {
    return new S3AccountsFile(clients, object, stop).read();
  }

  /// The accounts of the caller's organization.
  public Directory directory() {
    return new OrganizationDirectory(clients);
  }

  /// The Cost Explorer of the account that pays.
  public CostExplorer costExplorer() {
    return new SdkCostExplorer(clients);
  }

  /// The Cost Explorer of accounts, for what they paid.
  public CostAndUsage costs() {
    return new SdkCostAndUsage(clients);
  }

  /// The publishers of all channels.
  public Publishers publishers() {
    SnsPublisher topics = new SnsPublisher(clients);
    return new Publishers(topics, topics, new EventBridgePublisher(clients));
  }

  /// The view of SNS topics.
  public Topics topics() {
    return new SnsTopics(clients);
  }

  /// The caller's own region, where nothing names another.
  public String region() {
    return clients.home().id();
  }

  /// A ledger in one DynamoDB table, in the caller's own account and region.
  ///
  /// @param clock the time from which the expiry of items counts
  public Ledger ledger(String table, InstantSource clock) {
    return new DynamoLedger(clients, table, clock);
  }

  /// The acknowledgements in the table of a ledger.
  public Acknowledgements acknowledgements(String table) {
    return new DynamoAcknowledgements(clients, table);
  }

  /// A bucket that keeps the pieces of a spread check, in the caller's own region.
  public BatchStore store(String bucket) {
    return new S3RunStore(clients, bucket);
  }

  /// A writer of reports.
  ///
  /// @param caller whose the caller's own credentials are, where that is known already
  /// @param stop ends the writing
  public ReportStore reports(Optional<Identity> caller, Stop stop) {
    return new S3ReportStore(clients, caller, stop);
  }
}
