package dev.riexpiry.cli;

import dev.riexpiry.alert.Cause;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What was not read, in lines for people at a terminal; empty where there is nothing of it.
final class UnreadText {
  private UnreadText() {}

  /// Names the places that could not be read, with their remedies.
  static String of(CheckReport report) {
    return of(
        report.findings(Unread.class).stream()
            .map(unread -> new PlaceFailure(unread.place(), unread.failure()))
            .toList(),
        report.summary().accounts());
  }

  /// The same for places that are known before a check has run.
  static String of(List<PlaceFailure> failures, AccountLabels accounts) {
    return of("Could not be read; a commitment there may be ending unseen:", failures, accounts);
  }

  /// The same for places of which something else is not known.
  ///
  /// @param heading what that means
  static String of(String heading, List<PlaceFailure> failures, AccountLabels accounts) {
    StringBuilder text = new StringBuilder();
    for (Cause cause : Cause.group(failures)) {
      text.append(text.isEmpty() ? "\n" + heading + "\n" : "");
      cause.lines(accounts).forEach(line -> text.append("  ").append(line).append('\n'));
      text.append(
          "    %s%n    To mend it: %s%n"
              .formatted(
                  PlainText.of(cause.failure().reason()), PlainText.of(cause.failure().remedy())));
    }
    return text.toString();
  }

  /// Names the accounts that the organization has and that are not open.
  static String closed(List<ClosedAccount> accounts) {
    return accounts.isEmpty()
        ? ""
        : accounts.stream()
            .map(account -> "%s (%s, %s)".formatted(account.name(), account.id(), account.state()))
            .map(PlainText::of)
            .collect(Collectors.joining(", ", "Not open, and not read: ", "\n"));
  }

  /// Names the accounts that the last whole check had, and this one has not.
  static String dropped(List<DroppedAccount> accounts) {
    return accounts.isEmpty()
        ? ""
        : accounts.stream()
            .map(account -> "%s (%s)".formatted(account.name(), account.id()))
            .map(PlainText::of)
            .collect(Collectors.joining(", ", "No longer read: ", "\n"));
  }

  /// Counts the places in which AWS says that it offers nothing, by region and service.
  static String notOffered(List<Unread> places) {
    return places.isEmpty()
        ? ""
        : places.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.place().part(), LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " × " + entry.getValue()))
            .collect(Collectors.joining(", ", "Not offered by AWS, as was told before: ", "\n"));
  }
}
