package dev.riexpiry.page;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Optional;

/// The page; its layout is `page.mustache`, which escapes every text. It holds all that it shows:
/// `policy` forbids it to ask for anything else, and to run any other style or script.
///
/// @param policy the Content-Security-Policy
/// @param style the style sheet
/// @param script the script that sorts and filters
/// @param facts the first line: what matters
/// @param notes what the facts leave out
/// @param before the sections before the list
/// @param cliff the committed money an hour, by month
/// @param listed how many commitments the list has, in words
/// @param columns the heads of the list
/// @param timeline the commitments as bars
/// @param behind the sections behind it
/// @param footer how much was read, and by what
@JStache(path = "dev/riexpiry/page/page.mustache")
record PageView(
    String policy,
    String style,
    String script,
    String title,
    String asOf,
    List<Fact> facts,
    List<String> notes,
    Optional<UnreadView> unread,
    List<SectionView> before,
    Optional<CliffSection> cliff,
    String listed,
    List<ColumnView> columns,
    List<RowView> rows,
    Optional<TimelineSection> timeline,
    List<SectionView> behind,
    List<String> footer) {

  /// Renders the page.
  String text() {
    return PageViewRenderer.of().execute(this);
  }

  /// A number that matters, and what it counts.
  ///
  /// @param tone a class of the style sheet
  record Fact(String tone, String number, String what) {}

  /// @param more how many causes are not shown
  record UnreadView(List<CauseView> causes, Optional<String> more) {}

  /// @param more how many places are not shown
  record CauseView(List<String> places, Optional<String> more, String reason, String remedy) {}

  /// A table of its own.
  ///
  /// @param id the place to link to
  /// @param more how many rows are not shown
  record SectionView(
      String id,
      String title,
      String note,
      List<String> columns,
      List<List<String>> rows,
      Optional<String> more) {}

  /// The cliff.
  ///
  /// @param picture an SVG element
  /// @param columns the heads of its table
  record CliffSection(String picture, List<String> columns, List<List<String>> rows) {}

  /// The timeline.
  ///
  /// @param picture an SVG element
  /// @param more how many commitments are not shown
  record TimelineSection(String picture, Optional<String> more) {}

  /// A head of the list.
  ///
  /// @param key the name by which the script knows it
  /// @param order how the script sorts it: `n` by number, `t` by text
  record ColumnView(String key, String order, String title) {}

  /// A commitment of the list. The optional cells are all there, or none.
  ///
  /// @param tone a class of the style sheet
  /// @param link to its service's console
  record RowView(
      String tone,
      String days,
      String lastDay,
      String account,
      String accountId,
      Optional<String> unit,
      Optional<String> owner,
      String service,
      String region,
      String what,
      String id,
      Optional<String> name,
      Optional<String> link,
      String price,
      Optional<String> atStake,
      String status,
      Optional<String> renewal) {}
}
