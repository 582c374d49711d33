package org.kexin.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shares of a whole from left to right, and above them a line of what they make together (Juran
 * 1951). Both by one scale of percent.
 *
 * @param bars at most 40 are drawn
 */
public record ParetoChart(Words title, Words unit, List<Bar> bars) implements Chart {

  private static final int MOST = 40;
  private static final double FILLED = 0.72;
  private static final double PERCENT = 100;
  private static final Words NOTHING = new Words("Nothing to show.", "暂无数据。");
  private static final Words CUMULATIVE = new Words("together", "累计");

  /** Copies the bars. */
  public ParetoChart {
    bars = bars.stream().limit(MOST).toList();
  }

  /**
   * One bar.
   *
   * @param share of the whole, 0 to 1
   * @param cumulative share of it and all before, 0 to 1
   */
  public record Bar(String label, double share, double cumulative) {}

  @Override
  public String svg(Locale language) {
    Canvas canvas =
        new Canvas(
            title.in(language), description(language), language.toLanguageTag(), Canvas.HEIGHT);
    Plot plot = new Plot(canvas, Scale.of(0, PERCENT));
    plot.unit(unit.in(language));
    double width = Plot.width(bars.size()) * FILLED;
    List<double[]> line = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double top = plot.y(bar.share() * PERCENT);
      double middle = Plot.x(i, bars.size());
      canvas.box(middle - width / 2, top, width, plot.y(0) - top, "f0", 1, said(bar, language));
      line.add(new double[] {middle, plot.y(bar.cumulative() * PERCENT)});
    }
    if (line.size() > 1) {
      canvas.path(line, false, "l s1");
    }
    plot.labels(bars.stream().map(Bar::label).toList(), i -> Plot.x(i, bars.size()));
    return canvas.finish();
  }

  private String description(Locale language) {
    return bars.isEmpty()
        ? NOTHING.in(language)
        : unit.in(language)
            + ": "
            + bars.stream().map(bar -> said(bar, language)).collect(Collectors.joining("; "));
  }

  private static String said(Bar bar, Locale language) {
    return String.format(
        Locale.ROOT,
        "%s %.1f %%, %s %.1f %%",
        bar.label(),
        bar.share() * PERCENT,
        CUMULATIVE.in(language),
        bar.cumulative() * PERCENT);
  }
}
