package dev.riexpiry.alert;

import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.RenderedFinding.Measured;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A message that is being filled, finding by finding, until the next one does not fit. Commitments
/// are all shown, the first of them in full and the others in a line each; places are shown by
/// examples and otherwise counted.
final class MessageDraft {
  /// The commitments that a mail shows in full: more would not be read.
  static final int IN_FULL = 50;

  /// The places of each kind that a message shows as examples: the report holds all of them, and a
  /// mail of 51,000 lines would hide the commitments before it.
  static final int EXAMPLES = 60;

  /// The room for what stands around the texts of one cause, or of one restored place.
  private static final int AROUND = 64;

  /// The room for what stands around an unread place in a line.
  private static final int AROUND_PLACE = 8;

  /// The two characters that stand for a line break in a JSON string.
  private static final int EMPTY_LINE = 2;

  private final CheckSummary summary;
  private final int room;
  private final int examplesPerCause;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, List<MailView.Entry>> sections = new LinkedHashMap<>();
  private final Map<Class<? extends Finding>, List<RawJson>> documents = new HashMap<>();
  private final List<RawJson> renewed = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final List<Restored> restored = new ArrayList<>();
  private final Map<Cause.Key, Integer> causes = new HashMap<>();
  private final Set<AccountId> accountIds = new HashSet<>();
  private int commitments;
  private int bytes;
  private boolean least = true;

  /// @param room how many bytes the findings may take
  /// @param examplesPerCause how many places of one cause are shown
  MessageDraft(CheckSummary summary, int room, int examplesPerCause) {
    this.summary = summary;
    this.room = room;
    this.examplesPerCause = examplesPerCause;
  }

  /// Adds a finding if it fits. The first one always does, if need be in less detail.
  ///
  /// @return whether it was added
  boolean add(RenderedFinding rendered) {
    boolean first = findings.isEmpty();
    boolean added =
        switch (rendered.finding()) {
          case Finding.OfCommitment finding -> addCommitment(rendered, finding, first);
          case Unread item -> addUnread(rendered, item, first);
          case Restored item -> addRestored(rendered, item, first);
        };
    if (added) {
      findings.add(rendered.finding());
      rendered.finding().place().owner().ifPresent(accountIds::add);
    }
    return added;
  }

  private boolean addCommitment(
      RenderedFinding rendered, Finding.OfCommitment finding, boolean first) {
    String title = SectionTitle.of(finding, summary);
    boolean opens = !sections.containsKey(title);
    boolean inFull = commitments < IN_FULL;
    for (Detail detail : first ? Detail.values() : new Detail[] {Detail.FULL}) {
      Measured json = rendered.json(detail);
      CommitmentView view = CommitmentView.of(finding, summary, detail);
      Measured text = Measured.of(inFull ? view.text() : view.line());
      boolean spaced = inFull || opens || commitments == IN_FULL;
      int cost =
          json.bytes()
              + text.bytes()
              + (spaced ? EMPTY_LINE : 0)
              + (opens ? Measured.of(title).bytes() + EMPTY_LINE : 0);
      if (fits(finding, cost) || (first && detail == Detail.LEAST)) {
        addBytes(finding, cost);
        least = first && detail == Detail.LEAST;
        commitments++;
        sections
            .computeIfAbsent(title, _ -> new ArrayList<>())
            .add(new MailView.Entry(spaced, text.text()));
        document(finding, json);
        return true;
      }
    }
    return false;
  }

  private boolean addUnread(RenderedFinding rendered, Unread item, boolean first) {
    Cause.Key cause = Cause.Key.of(item.failure());
    int shown = causes.getOrDefault(cause, 0);
    if (unread.size() < EXAMPLES && shown < examplesPerCause) {
      Measured json = rendered.json(Detail.FULL);
      int cost =
          json.bytes()
              + place(item.place())
              + AROUND_PLACE
              + (shown > 0
                  ? 0
                  : Measured.of(item.failure().reason()).bytes()
                      + Measured.of(item.failure().remedy()).bytes()
                      + AROUND);
      if (fits(item, cost)) {
        addBytes(item, cost);
        least = false;
        causes.put(cause, shown + 1);
        unread.add(item);
        document(item, json);
        return true;
      }
      if (shown == 0 && !first) {
        // The next message has room for a cause that would otherwise be shown nowhere.
        return false;
      }
    }
    return addCounted(item, first);
  }

  private boolean addRestored(RenderedFinding rendered, Restored item, boolean first) {
    if (restored.size() < EXAMPLES) {
      Measured json = rendered.json(Detail.FULL);
      int cost = json.bytes() + place(item.place()) + AROUND;
      if (fits(item, cost)) {
        addBytes(item, cost);
        least = false;
        restored.add(item);
        document(item, json);
        return true;
      }
    }
    return addCounted(item, first);
  }

  private boolean addCounted(Finding item, boolean first) {
    if (!first && !fits(item, 0)) {
      return false;
    }
    addBytes(item, 0);
    least = first;
    return true;
  }

  private int place(Place place) {
    return Measured.of(summary.accounts().labelOf(place) + place.part()).bytes();
  }

  private boolean fits(Finding finding, int cost) {
    return bytes + cost + accountBytes(finding) <= room;
  }

  private void addBytes(Finding finding, int cost) {
    bytes += cost + accountBytes(finding);
  }

  private int accountBytes(Finding finding) {
    return finding.place().owner().filter(id -> !accountIds.contains(id)).isPresent()
        ? AlertAttributes.BYTES_PER_ACCOUNT
        : 0;
  }

  private void document(Finding finding, Measured json) {
    List<RawJson> list =
        finding instanceof Expiring expiring && expiring.renewed()
            ? renewed
            : documents.computeIfAbsent(finding.getClass(), _ -> new ArrayList<>());
    list.add(new RawJson(json.text()));
  }

  /// All findings that were added, shown or counted.
  List<Finding> findings() {
    return findings;
  }

  /// Tells whether nothing can be left out: it has at most one finding, in the least detail.
  boolean isLeast() {
    return least;
  }

  /// The commitments, under their titles.
  List<MailView.Section> sections() {
    return sections.entrySet().stream()
        .map(section -> new MailView.Section(section.getKey(), section.getValue()))
        .toList();
  }

  /// The documents of one kind that are shown.
  List<RawJson> documents(Class<? extends Finding> kind) {
    return Optional.ofNullable(documents.get(kind)).orElse(List.of());
  }

  /// The documents of what is renewed.
  List<RawJson> renewed() {
    return renewed;
  }

  /// The places that are shown as examples of those that could not be read.
  List<Unread> unread() {
    return unread;
  }

  /// The places that are shown as examples of those that are restored.
  List<Restored> restored() {
    return restored;
  }
}
