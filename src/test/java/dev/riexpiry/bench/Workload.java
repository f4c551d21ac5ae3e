package dev.riexpiry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is swept: how many accounts, and what goes wrong on the way.
///
/// @param accounts accounts in the simulated organisation
/// @param regions read in each of them
/// @param faulty whether 1 % of the calls are throttled and 1 % answered with an error of the
///   server's, reservations of one account in a hundred are asked for in vain, and the role of one
///   account in fifty cannot be assumed
record Workload(int accounts, List<String> regions, boolean faulty) {
  private static final int SERVICES = 2;
  private static final int PER_THOUSAND = 10;
  private static final int ACCOUNTS_PER_HANGING = 100;
  private static final int ACCOUNTS_PER_REFUSING = 50;

  Workload {
    regions = List.copyOf(regions);
    if (faulty && accounts % ACCOUNTS_PER_HANGING != 0) {
      throw new IllegalArgumentException(
          "with faults, bench.accounts is a multiple of " + ACCOUNTS_PER_HANGING);
    }
  }

  void prepare(StandInProcess standIn) throws IOException {
    standIn.order("throttled", faulty ? PER_THOUSAND : 0);
    standIn.order("failing", faulty ? PER_THOUSAND : 0);
    standIn.order("hanging", faulty ? ACCOUNTS_PER_HANGING : 0);
    standIn.order("refusing", faulty ? ACCOUNTS_PER_REFUSING : 0);
  }

  /// The exit status of a run that does all it can.
  int status() {
    return faulty ? 3 : 0;
  }

  /// What its report says, without white space, if it missed nothing that could be had.
  String counts() {
    int hanging = faulty ? accounts / ACCOUNTS_PER_HANGING : 0;
    int refusing = faulty ? accounts / ACCOUNTS_PER_REFUSING : 0;
    int read = accounts - hanging - refusing;
    return """
    "accounts":{"configured":%d,"read":%d},"targets":{"read":%d,"unreadable":%d},\
    """
            .formatted(
                accounts,
                read,
                read * regions.size() * SERVICES,
                hanging * regions.size() * SERVICES + refusing)
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
    return new Workload(accounts, regions, false);
  }

  /// Calls that a run makes in which nothing goes wrong.
  int calls() {
    return accounts * (1 + regions.size() * SERVICES);
  }

  /// Writes the accounts file for it.
  Path accountsFile(Path directory) throws IOException {
    return Files.writeString(
        directory.resolve("accounts-" + accounts + ".json"),
        IntStream.rangeClosed(1, accounts)
            .mapToObj(number ->
                "{\"accountName\": \"account-%1$06d\", \"accountId\": \"100000%1$06d\", \"remoteRole\": \"ri-expiry-reader\"}"
                    .formatted(number))
            .collect(
                Collectors.joining(
                    ",\n",
                    "{\"regions\": [\"%s\"], \"accounts\": [\n"
                        .formatted(String.join("\", \"", regions)),
                    "\n]}\n")));
  }

  @Override
  public String toString() {
    return accounts + (faulty ? " accounts, faults" : " accounts");
  }
}
