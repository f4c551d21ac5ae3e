package dev.riexpiry.page;

import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostSums;
import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Costs as stacked bars, one a day, in a chart for each currency; its layout is
/// `costpicture.mustache`.
///
/// @param id the beginning of its ids, which differ from those of other pictures of a page
/// @param style the style sheet, where the picture is a file of its own
/// @param empty whether nothing was paid
@JStache(path = "dev/riexpiry/page/costpicture.mustache")
record CostPicture(
    String id,
    String label,
    int height,
    Optional<String> style,
    List<Chart> charts,
    boolean empty) {
  private static final int EMPTY_HEIGHT = 40;

  /// @param by what the costs are added up by, in words
  /// @param sums of each currency
  static CostPicture of(
      String id,
      String by,
      List<CostSums> sums,
      CostReading reading,
      Rise rise,
      Optional<String> style) {
    List<Chart> charts = new ArrayList<>();
    int top = 0;
    for (CostSums each : sums) {
      Chart chart = new CostChart(each, reading, rise).at(top, by);
      charts.add(chart);
      top += chart.height();
    }
    return new CostPicture(
        id, "Costs a day by " + by, Math.max(top, EMPTY_HEIGHT), style, charts, charts.isEmpty());
  }

  /// Renders the picture.
  String text() {
    return CostPictureRenderer.of().execute(this);
  }

  /// The costs of one currency.
  ///
  /// @param width of a bar
  record Chart(
      int top,
      int height,
      String title,
      List<GridLine> grid,
      int width,
      List<Series> series,
      List<Day> days,
      List<Legend> legend) {}

  /// @param label the height of its text
  record GridLine(int y, int label, String text) {}

  /// What is drawn in one colour.
  ///
  /// @param kind a class of the style sheet
  /// @param hatched whether it stands for what is not known
  /// @param shape its parts of all bars, a path of SVG
  record Series(String kind, boolean hatched, String title, String shape) {}

  /// The texts of a day.
  ///
  /// @param values in the parts of its bar
  /// @param above the height of its total
  /// @param below the height of its date
  /// @param estimated the height of the word for it, if the bill may still change it
  record Day(
      int x,
      List<Value> values,
      int above,
      String total,
      int below,
      String date,
      Optional<Integer> estimated) {}

  /// A text within a bar.
  ///
  /// @param over whether it is not on the colour of a series
  record Value(boolean over, int y, String text) {}

  /// An entry of the legend.
  ///
  /// @param kind a class of the style sheet
  /// @param hatched whether it stands for what is not known
  /// @param shape a path of SVG
  /// @param x where its name begins
  /// @param y the height of its name
  record Legend(String kind, boolean hatched, String shape, int x, int y, String name) {}
}
