package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.ReconciliationDocument.DifferenceDocument;
import dev.riexpiry.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A report that fits into a number of bytes, and what was cut from it.
///
/// A report that is too large is cut in all its lists, fairly: each list may have the same share of
/// the room, and the rest of the share of a short one goes to the longer ones. Counts stay as they
/// are, and a warning says how much of each list is missing.
///
/// @param document the report that fits
/// @param missing the entries that were cut, as JSON, by the name of their list
public record ReportCut(String document, Map<String, List<String>> missing) {
  public ReportCut {
    requireNonNull(document, "document is null");
    missing = Map.copyOf(missing);
  }

  /// Cuts a report, if it has to be.
  ///
  /// @param maxBytes the bytes in UTF-8 that the document may have
  public static ReportCut of(ReportDocument report, int maxBytes) {
    String whole = report.compact();
    if (bytes(whole) <= maxBytes) {
      return new ReportCut(whole, Map.of());
    }
    List<ListInReport> lists =
        Stream.of(
                ListInReport.of("expiring", report.expiring()),
                ListInReport.of("troubles", report.troubles()),
                ListInReport.of("unreadable", report.unreadable()),
                ListInReport.of("notOffered", report.notOffered()),
                ListInReport.of("recovered", report.recovered()),
                ListInReport.of("lapsed", report.lapsed()),
                ListInReport.of("ignored", report.ignored()),
                ListInReport.of("acknowledged", report.acknowledged()),
                ListInReport.of("alerts", report.alerts()),
                ListInReport.of("accountOnly", accountOnly(report)),
                ListInReport.of("payerOnly", payerOnly(report)),
                ListInReport.of("disputed", disputed(report)),
                ListInReport.of("unheard", report.unheard()),
                ListInReport.of("droppedAccounts", report.droppedAccounts()),
                ListInReport.of("warnings", report.warnings()))
            .filter(list -> !list.entries().isEmpty())
            .toList();
    int around = bytes(whole) - lists.stream().mapToInt(ListInReport::bytes).sum();
    int room = maxBytes - around - lists.size() * ListInReport.WARNING_BYTES;
    Map<String, Integer> fitting = new LinkedHashMap<>();
    int listsLeft = lists.size();
    for (ListInReport list :
        lists.stream().sorted(Comparator.comparingInt(ListInReport::bytes)).toList()) {
      int count = list.fitting(Math.max(0, room / listsLeft));
      fitting.put(list.name(), count);
      room -= list.bytesOf(count);
      listsLeft--;
    }
    Map<String, List<String>> missing = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>(first(report.warnings(), fitting, "warnings"));
    for (ListInReport list : lists) {
      int count = fitting.getOrDefault(list.name(), 0);
      if (count < list.entries().size()) {
        missing.put(list.name(), list.entries().subList(count, list.entries().size()));
        warnings.add(
            "%s of %s entries of %s are not in this document; the log has each"
                .formatted(list.entries().size() - count, list.entries().size(), list.name()));
      }
    }
    return new ReportCut(
        new ReportDocument(
                report.checkDate(),
                report.timeZone(),
                report.dryRun(),
                report.complete(),
                report.counts(),
                first(report.expiring(), fitting, "expiring"),
                first(report.troubles(), fitting, "troubles"),
                first(report.unreadable(), fitting, "unreadable"),
                first(report.notOffered(), fitting, "notOffered"),
                first(report.recovered(), fitting, "recovered"),
                first(report.lapsed(), fitting, "lapsed"),
                first(report.ignored(), fitting, "ignored"),
                first(report.alerts(), fitting, "alerts"),
                report.chat(),
                report.events(),
                first(report.unheard(), fitting, "unheard"),
                warnings,
                report.untold(),
                report.ledger(),
                report.caller(),
                report.tool(),
                report.narrowed(),
                report
                    .reconciliation()
                    .with(
                        first(accountOnly(report), fitting, "accountOnly"),
                        first(payerOnly(report), fitting, "payerOnly"),
                        first(disputed(report), fitting, "disputed")),
                report.totals(),
                report.active(),
                report.delivery(),
                report.guidance(),
                report.accountsFile(),
                first(report.acknowledged(), fitting, "acknowledged"),
                first(report.droppedAccounts(), fitting, "droppedAccounts"))
            .compact(),
        missing);
  }

  private static List<DifferenceDocument> accountOnly(ReportDocument report) {
    return report.reconciliation().accountOnly().orElse(List.of());
  }

  private static List<DifferenceDocument> payerOnly(ReportDocument report) {
    return report.reconciliation().payerOnly().orElse(List.of());
  }

  private static List<DifferenceDocument> disputed(ReportDocument report) {
    return report.reconciliation().disputed().orElse(List.of());
  }

  private static <T> List<T> first(List<T> list, Map<String, Integer> fitting, String name) {
    return list.subList(0, Math.min(list.size(), fitting.getOrDefault(name, 0)));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// A list of a report, each entry as the JSON that it takes.
  private record ListInReport(String name, List<String> entries, int bytes) {
    private static final int WARNING_BYTES = 128;

    static ListInReport of(String name, List<?> documents) {
      List<String> entries = documents.stream().<String>map(Json::compact).toList();
      return new ListInReport(name, entries, entries.stream().mapToInt(ListInReport::size).sum());
    }

    /// Counts the entries from the first on that take no more than `room` bytes.
    int fitting(int room) {
      int count = 0;
      int used = 0;
      while (count < entries.size()) {
        used += size(entries.get(count));
        if (used > room) {
          return count;
        }
        count++;
      }
      return count;
    }

    int bytesOf(int count) {
      return entries.subList(0, count).stream().mapToInt(ListInReport::size).sum();
    }

    private static int size(String entry) {
      return ReportCut.bytes(entry) + 1;
    }
  }
}
