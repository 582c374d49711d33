package org.kexin.analysis.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bars from left to right.
 *
 * @param unit what the bars measure
 * @param bars at most 100 are drawn
 */
public record BarChart(Words title, Words unit, List<Bar> bars) implements Chart {

  private static final int MOST = 100;
  private static final double FILLED = 0.72;
  private static final Words NOTHING = new Words("Nothing to show.", "暂无数据。");
  private static final Words HELD_BACK = new Words("not shown", "不予显示");

  /** Copies the bars. */
  public BarChart {
    bars = bars.stream().limit(MOST).toList();
  }

  /**
   * One bar.
   *
   * @param value null where it is not known or must not be shown
   */
  public record Bar(String label, @Nullable Double value) {}

  @Override
  public String svg(Locale language) {
    Canvas canvas =
        new Canvas(
            title.in(language), description(language), language.toLanguageTag(), Canvas.HEIGHT);
    double least = values().mapToDouble(Double::doubleValue).min().orElse(0);
    double greatest = values().mapToDouble(Double::doubleValue).max().orElse(1);
    Plot plot = new Plot(canvas, Scale.of(Math.min(least, 0), Math.max(greatest, 0)));
    plot.unit(unit.in(language));
    double width = Plot.width(bars.size()) * FILLED;
    for (int i = 0; i < bars.size(); i++) {
      Double value = bars.get(i).value();
      if (value != null) {
        double top = Math.min(plot.y(value), plot.y(0));
        double height = Math.abs(plot.y(value) - plot.y(0));
        canvas.box(
            Plot.x(i, bars.size()) - width / 2,
            top,
            width,
            height,
            "f0",
            1,
            said(bars.get(i), language));
      }
    }
    plot.labels(bars.stream().map(Bar::label).toList(), i -> Plot.x(i, bars.size()));
    return canvas.finish();
  }

  private Stream<Double> values() {
    return bars.stream().map(Bar::value).filter(Objects::nonNull);
  }

  private String description(Locale language) {
    return bars.isEmpty()
        ? NOTHING.in(language)
        : unit.in(language)
            + ": "
            + bars.stream().map(bar -> said(bar, language)).collect(Collectors.joining("; "));
  }

  private static String said(Bar bar, Locale language) {
    Double value = bar.value();
    return bar.label()
        + " "
        + (value == null ? HELD_BACK.in(language) : Scale.label(BigDecimal.valueOf(value)));
  }
}
