package org.kexin.analysis.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of shares, the greater the darker, such as retention by cohort.
 *
 * @param corner what rows and columns are
 * @param columns at most 40 are drawn
 * @param rows at most 60 are drawn
 */
public record HeatTable(Words title, Words corner, List<String> columns, List<Row> rows)
    implements Chart {

  private static final int MOST_COLUMNS = 40;
  private static final int MOST_ROWS = 60;
  private static final int LEFT = 96;
  private static final int TOP = 76;
  private static final int ROW_HEIGHT = 24;
  private static final int PERCENT = 100;

  /** Copies both. */
  public HeatTable {
    columns = columns.stream().limit(MOST_COLUMNS).toList();
    rows = rows.stream().limit(MOST_ROWS).toList();
  }

  /**
   * One row.
   *
   * @param shares from 0 to 1 for each column, null where there is none; may be shorter
   */
  public record Row(String label, List<@Nullable Double> shares) {

    /** Keeps the nulls, which {@code List.copyOf} refuses. */
    public Row {
      shares = Collections.unmodifiableList(new ArrayList<>(shares));
    }
  }

  @Override
  public String svg(Locale language) {
    int height = TOP + rows.size() * ROW_HEIGHT + 16;
    Canvas canvas =
        new Canvas(title.in(language), description(language), language.toLanguageTag(), height);
    double width = (double) (Canvas.WIDTH - LEFT - 16) / Math.max(columns.size(), 1);
    canvas.text(16, 48, "m", corner.in(language));
    for (int i = 0; i < columns.size(); i++) {
      canvas.text(LEFT + width * (i + 0.5), TOP - 8.0, "m c", Canvas.cut(columns.get(i), 8));
    }
    for (int i = 0; i < rows.size(); i++) {
      draw(rows.get(i), TOP + (double) i * ROW_HEIGHT, width, canvas);
    }
    return canvas.finish();
  }

  private void draw(Row row, double y, double width, Canvas canvas) {
    canvas.text(LEFT - 8.0, y + 16, "e", Canvas.cut(row.label(), 12));
    for (int i = 0; i < Math.min(row.shares().size(), columns.size()); i++) {
      Double share = row.shares().get(i);
      if (share != null) {
        String tip = row.label() + ", " + columns.get(i) + ": " + percent(share);
        double x = LEFT + width * i;
        // Never so dark that the figure in it could not be read.
        canvas.box(x, y, width - 2, ROW_HEIGHT - 2.0, "f0", 0.05 + share * 0.55, tip);
        if (columns.size() <= MOST_COLUMNS / 2) {
          canvas.text(x + width / 2, y + 15, "c", percent(share));
        }
      }
    }
  }

  private String description(Locale language) {
    return corner.in(language)
        + ": "
        + rows.stream()
            .map(
                row ->
                    row.label()
                        + " "
                        + row.shares().stream()
                            .map(share -> share == null ? "–" : percent(share))
                            .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; "));
  }

  private static String percent(double share) {
    return Math.round(share * PERCENT) + "%";
  }
}
