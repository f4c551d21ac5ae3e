package dev.riexpiry.alert;



import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a mail says of places that could not be read and now can.
final class ReadAgain {
  private static final int MAX_LINES = 60;

  private ReadAgain() {}

  /// One line an account and day since which it could not be read; none if there is no such place.
  static List<String> lines(List<OpenGap> recovered, CheckSummary summary) {
    if (recovered.isEmpty()) {
      return List.of();
    }
    Map<String, String> targets =
        recovered.stream()
            .collect(
                Collectors.groupingBy(
                    gap -> owner(gap, summary) + since(gap),
                    LinkedHashMap::new,
                    Collectors.mapping(gap -> part(gap.place()), Collectors.joining(", "))));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("READ AGAIN - what could not be read before");
    lines.add("");
    targets.entrySet().stream()
        .limit(MAX_LINES)
        .forEach(entry -> lines.add("  " + entry.getKey() + ": " + entry.getValue()));
    if (targets.size() > MAX_LINES) {
      lines.add(
          "  and %s more; the report of this run names each."
              .formatted(Wording.number(targets.size() - MAX_LINES)));
    }
    return lines;
  }

  private static String owner(OpenGap gap, CheckSummary summary) {
    return PlainText.of(gap.place().accountId().map(summary::labelOf).orElse("the organization"));
  }

  private static String since(OpenGap gap) {
    return ", unreadable since " + Wording.day(gap.since());
  }

  private static String part(GapPlace place) {
    return place
        .service()
        .map(service -> place.region().orElse("") + " " + service.label())
        .orElse(place.accountId().isPresent() ? "the whole account" : "its list of accounts");
  }
}
