package dev.riexpiry.alert;

import static java.util.stream.Collectors.groupingBy;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a chat message shows together: a commitment, or places with one cause.
///
/// @param title the title of its section
/// @param text its lines, safe to show in a chat
/// @param findings the number of findings it tells of, at least 1
record ChatEntry(String title, String text, int findings) {
  private static final int MAX_TEXT = 700;

  /// The accounts that a cause names.
  private static final int ACCOUNTS = 5;

  /// The longest line of places of one account: regions and services repeat.
  private static final int MAX_LINE = 160;

  private static final String UNREAD =
      "COULD NOT BE READ - a commitment there may be ending unseen";
  private static final String RESTORED = "READ AGAIN - what could not be read before";

  /// Makes the entries of findings in the order of the mail.
  ///
  /// @param findings as the mail orders them
  static List<ChatEntry> of(List<Finding> findings, CheckSummary summary) {
    Map<String, List<ChatEntry>> commitments =
        Finding.only(Finding.OfCommitment.class, findings).stream()
            .map(finding -> of(finding, summary))
            .collect(groupingBy(ChatEntry::title, LinkedHashMap::new, Collectors.toList()));
    return Stream.of(
            commitments.values().stream().flatMap(List::stream),
            unread(Finding.only(Unread.class, findings), summary),
            restored(Finding.only(Restored.class, findings), summary))
        .flatMap(entries -> entries)
        .toList();
  }

  private static ChatEntry of(Finding.OfCommitment finding, CheckSummary summary) {
    CommitmentView view = CommitmentView.of(finding, summary, Detail.FULL);
    List<String> lines = new ArrayList<>();
    lines.add(
        "• %s, %s, %s: %s"
            .formatted(
                ChatText.name(view.account()),
                ChatText.of(view.region()),
                view.service(),
                ChatText.of(view.description())));
    lines.add(
        "  `%s`%s, %s%s"
            .formatted(
                ChatText.name(view.id()),
                view.name().map(name -> " (" + ChatText.name(name) + ")").orElse(""),
                view.when(),
                WorthText.saving(finding, summary).map(saved -> "; " + saved).orElse("")));
    view.silenced().ifPresent(text -> lines.add("  " + ChatText.of(text)));
    view.owner().ifPresent(owner -> lines.add("  owner: " + ChatText.name(owner)));
    Stream.of(
            view.unknownState()
                .map(state -> "state '" + state + "' is not known: look whether it counts"),
            view.renewal(),
            summary
                .payer()
                .appraisals()
                .advice(finding.commitment())
                .filter(advice -> advice.verdict() != Advice.Verdict.RENEWED)
                .map(advice ->
                    "advice: "
                        + AdviceText.verdict(advice, finding.commitment().covered().quantity())),
            view.remedy().map(remedy -> "To mend it: " + remedy))
        .flatMap(Optional::stream)
        .forEach(line -> lines.add("  " + ChatText.of(line)));
    return new ChatEntry(
        SectionTitle.of(finding, summary), ChatText.cut(String.join("\n", lines), MAX_TEXT), 1);
  }

  private static Stream<ChatEntry> unread(List<Unread> findings, CheckSummary summary) {
    return Cause.group(
            findings.stream().map(item -> new PlaceFailure(item.place(), item.failure())).toList())
        .stream()
        .map(cause ->
            new ChatEntry(
                UNREAD,
                ChatText.cut(
                    Stream.concat(
                            lines(cause.lines(summary.accounts())),
                            Stream.of(
                                "  " + ChatText.of(cause.failure().reason()),
                                "  To mend it: " + ChatText.of(cause.failure().remedy())))
                        .collect(Collectors.joining("\n")),
                    MAX_TEXT),
                cause.places().size()));
  }

  private static Stream<ChatEntry> restored(List<Restored> findings, CheckSummary summary) {
    List<String> lines =
        findings.stream()
            .collect(
                groupingBy(
                    item -> summary.accounts().labelOf(item.place()),
                    LinkedHashMap::new,
                    Collectors.mapping(item -> item.place().part(), Collectors.joining(", "))))
            .entrySet()
            .stream()
            .map(account -> account.getKey() + ", " + account.getValue())
            .toList();
    return lines.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new ChatEntry(
                RESTORED,
                ChatText.cut(lines(lines).collect(Collectors.joining("\n")), MAX_TEXT),
                findings.size()));
  }

  /// Writes the first lines, one an account, and counts the others.
  private static Stream<String> lines(Collection<String> accounts) {
    return Stream.concat(
        accounts.stream()
            .limit(ACCOUNTS)
            .map(line -> "• " + ChatText.cut(ChatText.name(line), MAX_LINE)),
        accounts.size() > ACCOUNTS
            ? Stream.of(
                "  and %s more".formatted(Wording.count(accounts.size() - ACCOUNTS, "account")))
            : Stream.empty());
  }
}
