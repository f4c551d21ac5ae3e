package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Place;
import dev.riexpiry.input.TopicArn;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the one chat message of a run: what is due, in the order of the mail, as far as a chat
/// shows it; the rest is counted.
///
/// @param topic the topic that the channel listens to, where it is known
public record ChatComposer(Optional<TopicArn> topic) {
  /// The most characters of a title.
  static final int MAX_TITLE = 250;

  /// The most characters of a description. Amazon Q Developer names no limit, and a chat cuts or
  /// refuses what is longer.
  static final int MAX_DESCRIPTION = 3_000;

  /// The room for the line that counts what is not shown.
  private static final int TAIL = 160;

  /// The longest line of a link: the entries come first.
  private static final int MAX_PAGE = 1_000;

  public ChatComposer {
    requireNonNull(topic, "topic is null");
  }

  /// Makes the message of everything that this run announces; none if that is nothing.
  public Optional<ChatMessage> compose(CheckSummary summary) {
    return compose(summary, summary.announced());
  }

  /// Makes the message of some findings; none if there is none.
  public Optional<ChatMessage> compose(CheckSummary summary, List<Finding> findings) {
    return findings.isEmpty() ? Optional.empty() : Optional.of(message(summary, findings));
  }

  private ChatMessage message(CheckSummary summary, List<Finding> findings) {
    FindingCounts counts = FindingCounts.of(findings);
    String title =
        ChatText.cut(
            ChatText.name(
                new Subject(
                        new News(topic, findings, List.of(), List.of()),
                        counts,
                        summary.accounts(),
                        Stakes.of(findings, summary))
                    .of(1, 1)),
            MAX_TITLE);
    String thread = thread(summary, findings);
    return ChatMessage.of(
        topic,
        ChatDocument.of(
            id(thread, summary, findings),
            new ChatDocument.Content(
                "client-markdown",
                title,
                description(summary, counts, findings),
                nextSteps(counts),
                keywords(findings)),
            new ChatDocument.Metadata(
                thread, title, "ri-expiry-notifier", context(summary, counts, findings))),
        findings);
  }

  private static String description(
      CheckSummary summary, FindingCounts counts, List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    opening(summary, counts, findings).forEach(line -> text.append(line).append('\n'));
    String page = page(summary);
    int room = MAX_DESCRIPTION - TAIL - page.length();
    String section = "";
    int shown = 0;
    for (ChatEntry entry : ChatEntry.of(AlertComposer.byMoney(findings, summary), summary)) {
      String title =
          entry.title().equals(section)
              ? ""
              : (text.isEmpty() ? "" : "\n") + "*" + entry.title() + "*\n";
      if (text.length() + title.length() + entry.text().length() + 1 > room) {
        break;
      }
      text.append(title).append(entry.text()).append('\n');
      section = entry.title();
      shown += entry.findings();
    }
    if (shown < findings.size()) {
      text.append("\nand ")
          .append(Wording.number(findings.size() - shown))
          .append(" more; the mail and the report of this run name each.\n");
    }
    text.append(page);
    return text.toString().stripTrailing();
  }

  /// The link to the page of the run, by itself on its line, which a chat takes for a link. What
  /// bucket and folder may hold breaks out of none.
  private static String page(CheckSummary summary) {
    return summary
        .terms()
        .sender()
        .flatMap(Sender::page)
        .map(page ->
            "\nThe page of this run, %s:\n%s\n"
                .formatted(ChatText.name(page.where()), page.address()))
        .filter(line -> line.length() <= MAX_PAGE)
        .orElse("");
  }

  /// What must be said however much follows.
  private static List<String> opening(
      CheckSummary summary, FindingCounts counts, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    Stakes stakes = Stakes.of(findings, summary);
    if (!stakes.isEmpty()) {
      lines.add("At stake: " + stakes.exact() + " a month in net savings.");
    }
    if (counts.unread().total() > 0) {
      lines.add("INCOMPLETE: " + counts.unread() + " could not be read.");
    } else if (!summary.counts().complete()) {
      lines.add("INCOMPLETE: something is still unreadable, as told before.");
    }
    int repeats = (int) findings.stream().filter(summary.history()::mayBeRepeat).count();
    if (repeats > 0 || !summary.history().ledgerFailures().isEmpty()) {
      lines.add("This may be a repeat: what was told before is not known for certain.");
    }
    summary
        .narrowedTo()
        .ifPresent(part -> lines.add("Only a part was looked at: " + ChatText.name(part) + "."));
    return lines.stream().map(line -> ChatText.cut(line, MAX_TITLE)).toList();
  }

  private static List<String> nextSteps(FindingCounts counts) {
    List<String> steps = new ArrayList<>();
    if (counts.expiring() > 0) {
      steps.add(
          "Buy the successor of what is still used before it ends, or let it go on purpose: what it"
              + " covers is billed at the on-demand price then.");
    }
    if (counts.lapsed() > 0) {
      steps.add("Buy again what has lapsed and is still used: it is billed on demand now.");
    }
    if (counts.unpaid() > 0) {
      steps.add("See why a purchase is not paid: until then it gives no discount.");
    }
    if (counts.renewed() > 0) {
      steps.add("Look whether what is renewed was renewed on purpose.");
    }
    if (counts.unread().total() > 0) {
      steps.add("Mend what could not be read: a commitment there may be ending unseen.");
    }
    return steps;
  }

  private static List<String> keywords(List<Finding> findings) {
    return Stream.concat(
            Stream.of("AWS commitments"),
            Finding.only(Finding.OfCommitment.class, findings).stream()
                .map(finding -> finding.commitment().service().label()))
        .distinct()
        .toList();
  }

  private static Map<String, String> context(
      CheckSummary summary, FindingCounts counts, List<Finding> findings) {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("checkDate", summary.checkDate().date().toString());
    context.put("complete", String.valueOf(summary.counts().complete()));
    onlyAccount(findings).ifPresent(id -> context.put("accountId", id.value()));
    context.put("expiring", String.valueOf(counts.expiring()));
    context.put("lapsed", String.valueOf(counts.lapsed()));
    context.put("unpaid", String.valueOf(counts.unpaid()));
    context.put("unreadable", String.valueOf(counts.unread().total()));
    context.put("restored", String.valueOf(counts.restored()));
    return context;
  }

  /// One thread for each topic and account; of several accounts one for each topic and month.
  private String thread(CheckSummary summary, List<Finding> findings) {
    return "%s/%s"
        .formatted(
            topic.map(TopicArn::value).orElse("ri-expiry-notifier"),
            onlyAccount(findings)
                .map(AccountId::value)
                .orElseGet(() -> YearMonth.from(summary.checkDate().date()).toString()));
  }

  private static Optional<AccountId> onlyAccount(List<Finding> findings) {
    List<Optional<AccountId>> owners =
        findings.stream().map(Finding::place).map(Place::owner).distinct().toList();
    return owners.size() == 1 ? owners.getFirst() : Optional.empty();
  }

  private static String id(String thread, CheckSummary summary, List<Finding> findings) {
    return UUID.nameUUIDFromBytes(
            findings.stream()
                .map(Finding::announcement)
                .map(Announcement::key)
                .sorted()
                .collect(
                    Collectors.joining("\n", thread + "\n" + summary.checkDate().date() + "\n", ""))
                .getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
