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
/// @param pressing the sections of what somebody has to act on
/// @param cliff the committed money an hour, by month
/// @param cost the section of costs
/// @param listed how many commitments the list has, in words
/// @param columns the heads of the list
/// @param timeline the commitments as bars
/// @param further the sections of what else there is to know
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
    List<SectionView> pressing,
    Optional<CliffSection> cliff,
    Optional<String> cost,
    String listed,
    List<ColumnView> columns,
    List<RowView> rows,
    Optional<TimelineSection> timeline,
    List<SectionView> further,
    List<String> footer) {

  /// Renders the page.
  String text() {
    return PageViewRenderer.of().execute(this);
  }

  /// A number that matters, and what it counts.
  ///
  /// @param tone a class of the style sheet
  /// @param before what restricts the number
  /// @param unit such as a currency
  /// @param section the id of the section that has more
  record Fact(
      String tone,
      Optional<String> before,
      String number,
      Optional<String> unit,
      String what,
      Optional<String> section) {
    Fact(String tone, String number, String what) {
      this(tone, Optional.empty(), number, Optional.empty(), what, Optional.empty());
    }

    Fact atLeast() {
      return new Fact(tone, Optional.of("at least"), number, unit, what, section);
    }

    Fact in(String currency) {
      return new Fact(
          tone,
          before,
          number,
          Optional.of(currency).filter(code -> !code.isEmpty()),
          what,
          section);
    }

    Fact linked(String id) {
      return new Fact(tone, before, number, unit, what, Optional.of(id));
    }
  }

  /// @param more how many causes are not shown
  record UnreadView(List<CauseView> causes, Optional<String> more) {}

  /// @param more how many places are not shown
  record CauseView(List<String> places, Optional<String> more, String reason, String remedy) {}

  /// A section that is a table.
  ///
  /// @param id the place to link to
  /// @param more how many rows are not shown
  record SectionView(
      String id, String title, String note, TableView table, Optional<String> more) {}

  /// A table; its layout is `table.mustache`.
  ///
  /// @param title its name for those who cannot see it
  record TableView(String title, List<String> columns, List<List<String>> rows) {}

  /// The cliff.
  ///
  /// @param picture an SVG element
  record CliffSection(String picture, TableView table) {}

  /// The timeline.
  ///
  /// @param picture an SVG element
  /// @param more how many commitments are not shown
  record TimelineSection(String picture, Optional<String> more) {}

  /// A head of the list.
  ///
  /// @param kind a class of the style sheet
  /// @param key the name by which the script knows it
  /// @param order how the script sorts it: `n` by number, `t` by text
  record ColumnView(String kind, String key, String order, String title) {}

  /// A commitment of the list. The optional cells are in every row, or in none.
  ///
  /// @param tone a class of the style sheet
  /// @param amount how many of what
  /// @param offer the rest of its description
  /// @param link to its service's console
  /// @param name what its owners call it
  record RowView(
      String tone,
      String days,
      String lastDay,
      String status,
      String account,
      String accountId,
      String amount,
      String offer,
      Optional<String> link,
      String id,
      Optional<String> name,
      Optional<String> renewal,
      String service,
      String region,
      String price,
      Optional<String> atStake,
      Optional<String> owner,
      Optional<String> unit) {}
}
