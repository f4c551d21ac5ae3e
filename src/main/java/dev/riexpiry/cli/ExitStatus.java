package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.finding.Unread;
import java.util.List;

/// The exit statuses of the process.
enum ExitStatus {
  ALL_READ(0, "all was read"),
  FAILED(1, "something failed: the check, an alert, standard output"),
  USAGE(2, "an option, the accounts file, the profile or the sign-in is wrong"),
  INCOMPLETE(3, "something could not be read"),
  EXPIRING(10, "all was read and something is expiring (with --fail-on-expiring)");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /// The status of a report. Where AWS refuses the caller itself and nothing was read, that is what
  /// has to be mended. A refused alert outweighs a gap, and a gap outweighs a finding: a caller
  /// that acts on the status must first know that findings may be missing.
  static ExitStatus of(CheckReport report, boolean failOnExpiring) {
    if (report.nothingRead() && refusesCaller(report)) {
      return USAGE;
    }
    if (!report.unsent().isEmpty() || report.ledger().left() > 0) {
      return FAILED;
    }
    if (!report.complete()) {
      return INCOMPLETE;
    }
    return failOnExpiring && report.needsAction() ? EXPIRING : ALL_READ;
  }

  private static boolean refusesCaller(CheckReport report) {
    List<Unread> unread = report.findings(Unread.class);
    return !unread.isEmpty() && unread.stream().allMatch(item -> item.failure().refusesCaller());
  }
}
