package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The organisation that is swept: the number of accounts, and the faults on the way.
///
/// @param accounts accounts in the simulated organisation
/// @param regions read in each of them
/// @param everything whether all services are read, and not EC2 and RDS only
/// @param faulty whether 1 % of the calls are throttled and 1 % answered with an error of the
///   server's, reservations of one account in a hundred are asked for in vain, and the role of one
///   account in fifty cannot be assumed
record Workload(int accounts, List<String> regions, boolean everything, boolean faulty) {
  private static final int REGIONAL_SERVICES = 9;
  private static final int GLOBAL_SERVICES = 1;
  private static final int PER_THOUSAND = 10;
  private static final int ACCOUNTS_PER_HANGING = 100;
  private static final int ACCOUNTS_PER_REFUSING = 50;

  Workload {
    regions = List.copyOf(regions);
    if (faulty && (everything || accounts % ACCOUNTS_PER_HANGING != 0)) {
      throw new IllegalArgumentException(
          "with faults, bench.accounts is a multiple of "
              + ACCOUNTS_PER_HANGING
              + ", and bench.everything is false");
    }
  }

  void prepare(CannedAwsProcess aws) throws IOException {
    aws.order("throttled", faulty ? PER_THOUSAND : 0);
    aws.order("failing", faulty ? PER_THOUSAND : 0);
    aws.order("hanging", faulty ? ACCOUNTS_PER_HANGING : 0);
    aws.order("refusing", faulty ? ACCOUNTS_PER_REFUSING : 0);
  }

  /// The exit status of a run that does all it can.
  int status() {
    return faulty ? 3 : 0;
  }

  /// The text of its report, without white space, if it missed nothing that could be read.
  String counts() {
    int hanging = faulty ? accounts / ACCOUNTS_PER_HANGING : 0;
    int refusing = faulty ? accounts / ACCOUNTS_PER_REFUSING : 0;
    int read = accounts - hanging - refusing;
    return """
    "accounts":{"configured":%d,"read":%d},"targets":{"read":%d,"unreadable":%d},\
    """
            .formatted(accounts, read, read * targets(), hanging * 2 * regions.size() + refusing)
        + commitments(read);
  }

  /// The part of it that the Python sweep says too.
  String commitments() {
    return commitments(accounts);
  }

  private String commitments(int read) {
    return "\"commitments\":{\"active\":%d,\"expiring\":%d}"
        .formatted(
            read * regions.size() * CannedAnswers.ACTIVE_PER_REGION,
            accounts / CannedAnswers.ACCOUNTS_PER_EXPIRING);
  }

  /// The same without faults.
  Workload clean() {
    return new Workload(accounts, regions, everything, false);
  }

  /// Calls that a run makes in which nothing goes wrong.
  int calls() {
    return accounts * (1 + targets());
  }

  /// Of one account.
  private int targets() {
    return everything ? REGIONAL_SERVICES * regions.size() + GLOBAL_SERVICES : 2 * regions.size();
  }

  /// Writes the accounts file for it.
  Path accountsFile(Path directory) throws IOException {
    return Files.writeString(
        directory.resolve("accounts-" + accounts + (everything ? "-all" : "") + ".json"),
        IntStream.rangeClosed(1, accounts)
            .mapToObj(number ->
                "{\"accountName\": \"account-%1$06d\", \"accountId\": \"100000%1$06d\", \"remoteRole\": \"ri-expiry-reader\"}"
                    .formatted(number))
            .collect(
                Collectors.joining(
                    ",\n",
                    "{%s\"regions\": [\"%s\"], \"accounts\": [\n"
                        .formatted(
                            everything ? "" : "\"services\": [\"ec2\", \"rds\"], ",
                            String.join("\", \"", regions)),
                    "\n]}\n")));
  }

  @Override
  public String toString() {
    return accounts
        + " accounts"
        + (everything ? ", all services" : "")
        + (faulty ? ", faults" : "");
  }
}
