package dev.riexpiry.alert;

import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.text.Json;
import dev.riexpiry.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Writes the message that names the accounts which are not read any more. It is one of its own,
/// whatever the grouping: it tells of the list, and not of a commitment.
public final class DroppedMessage {
  /// The accounts that a message names; it counts the others, and the report has all.
  private static final int NAMED = 100;

  private DroppedMessage() {}

  /// @param dropped at least one
  /// @param file which accounts file the run followed, where that came from a bucket
  public static Alert of(
      List<DroppedAccount> dropped, CheckSummary summary, Optional<String> file) {
    List<DroppedAccount> named = dropped.stream().limit(NAMED).toList();
    return new Alert(
        Optional.empty(),
        AsciiText.of(subject(dropped)),
        mail(dropped, named, summary, file),
        json(named, summary),
        new AlertAttributes(
            named.stream().map(DroppedAccount::id).toList(),
            Service.ALL,
            OptionalInt.empty(),
            summary.counts().complete()),
        List.of());
  }

  private static String subject(List<DroppedAccount> dropped) {
    return dropped.size() == 1
        ? "AWS account %s is not read any more".formatted(dropped.getFirst().id())
        : "%s are not read any more, %s among them"
            .formatted(Wording.count(dropped.size(), "AWS account"), dropped.getFirst().id());
  }

  private static String mail(
      List<DroppedAccount> dropped,
      List<DroppedAccount> named,
      CheckSummary summary,
      Optional<String> file) {
    boolean one = dropped.size() == 1;
    int more = dropped.size() - named.size();
    return """
    %s that the last check read %s no longer in the accounts file, nor in an organization that it names.
    Nothing is looked at there any more, and nothing that ends there will be told%s.

    %s%s
    If that is meant, there is nothing to do: it is told once. If not, put %s back%s; the next check reads %s again.

    Check of %s (%s), %s to read.%s
    """
        .formatted(
            Wording.count(dropped.size(), "AWS account"),
            one ? "is" : "are",
            summary.payer().reconciliation().state() == Reconciliation.State.OFF
                ? ""
                : ", but for what the payer's Cost Explorer shows",
            named.stream().map(DroppedMessage::line).collect(Collectors.joining()),
            more == 0 ? "" : "  and " + Wording.number(more) + " more, which the report names\n",
            one ? "it" : "them",
            file.map(name -> " into " + PlainText.of(name)).orElse(""),
            one ? "it" : "them",
            Wording.day(summary.checkDate().date()),
            summary.checkDate().zone().getId(),
            Wording.count(summary.counts().accountsConfigured(), "account"),
            summary.terms().sender().map(sender -> "\nSent by " + sender.text()).orElse(""));
  }

  private static String line(DroppedAccount account) {
    return "  %s (%s)%s\n"
        .formatted(
            PlainText.of(account.name()),
            account.id(),
            account
                .state()
                .map(state -> ": " + PlainText.of(state) + " in AWS Organizations")
                .orElse(""));
  }

  private static String json(List<DroppedAccount> named, CheckSummary summary) {
    return Json.compact(
        new AlertDocument(
            summary.checkDate().date().toString(),
            summary.checkDate().zone().getId(),
            summary.counts().complete(),
            new AlertDocument.PartNumber(1, 1),
            CountsDocument.of(summary),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            DroppedDocument.of(named)));
  }
}
