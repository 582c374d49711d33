package org.kexin.analysis.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines over common places, with bands behind them.
 *
 * @param unit what the lines measure
 * @param places labels along the horizontal axis
 * @param lines at most five have a colour of their own
 */
public record LineChart(
    Words title, Words unit, List<String> places, List<Line> lines, List<Band> bands)
    implements Chart {

  private static final int LEGEND_STEP = 150;
  private static final Words MISSING = new Words("missing", "缺失");

  /**
   * @throws IllegalArgumentException if a line or band has not one value for each place
   */
  public LineChart {
    places = List.copyOf(places);
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
    int size = places.size();
    boolean fits =
        lines.stream().allMatch(line -> line.values().size() == size)
            && bands.stream()
                .allMatch(band -> band.low().size() == size && band.high().size() == size);
    if (!fits) {
      throw new IllegalArgumentException("one value for each of " + size + " places");
    }
  }

  /**
   * One line; it is broken where a value is null.
   *
   * @param marked places that stand out, such as points out of control
   */
  public record Line(
      Words name, List<@Nullable Double> values, boolean dashed, List<Integer> marked) {

    /** Keeps the nulls, which {@code List.copyOf} refuses. */
    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
      marked = List.copyOf(marked);
    }

    /** A plain line. */
    public static Line of(Words name, List<@Nullable Double> values) {
      return new Line(name, values, false, List.of());
    }
  }

  /** The area between two lines, such as an interval. */
  public record Band(Words name, List<@Nullable Double> low, List<@Nullable Double> high) {

    /** Keeps the nulls, which {@code List.copyOf} refuses. */
    public Band {
      low = Collections.unmodifiableList(new ArrayList<>(low));
      high = Collections.unmodifiableList(new ArrayList<>(high));
    }
  }

  @Override
  public String svg(Locale language) {
    Canvas canvas =
        new Canvas(
            title.in(language), description(language), language.toLanguageTag(), Canvas.HEIGHT);
    Plot plot = new Plot(canvas, Scale.of(all().min().orElse(0), all().max().orElse(1)));
    plot.unit(unit.in(language));
    bands.forEach(band -> draw(band, canvas, plot));
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), i % Canvas.COLOURS, canvas, plot);
    }
    plot.labels(places, i -> Plot.x(i, places.size()));
    legend(canvas, language);
    return canvas.finish();
  }

  private void draw(Line line, int colour, Canvas canvas, Plot plot) {
    String style = "l s" + colour + (line.dashed() ? " d" : "");
    List<double[]> run = new ArrayList<>();
    for (int i = 0; i <= places.size(); i++) {
      Double value = i < places.size() ? line.values().get(i) : null;
      if (value != null) {
        run.add(new double[] {Plot.x(i, places.size()), plot.y(value)});
      } else {
        end(run, colour, style, canvas);
        run.clear();
      }
    }
    for (int place : line.marked()) {
      Double value = line.values().get(place);
      if (value != null) {
        String tip = places.get(place) + " " + Scale.label(BigDecimal.valueOf(value));
        canvas.dot(Plot.x(place, places.size()), plot.y(value), 5, "f1", tip);
      }
    }
  }

  /** A single value between two gaps would be no line at all. */
  private static void end(List<double[]> run, int colour, String style, Canvas canvas) {
    if (run.size() == 1) {
      canvas.dot(run.getFirst()[0], run.getFirst()[1], 3, "f" + colour, "");
    } else if (run.size() > 1) {
      canvas.path(run, false, style);
    }
  }

  private void draw(Band band, Canvas canvas, Plot plot) {
    List<double[]> edge = new ArrayList<>();
    List<Integer> known =
        IntStream.range(0, places.size())
            .filter(i -> band.low().get(i) != null && band.high().get(i) != null)
            .boxed()
            .toList();
    for (int i : known) {
      edge.add(point(i, band.high().get(i), plot));
    }
    for (int i : known.reversed()) {
      edge.add(point(i, band.low().get(i), plot));
    }
    if (!edge.isEmpty()) {
      canvas.path(edge, true, "f0 b");
    }
  }

  private double[] point(int place, @Nullable Double value, Plot plot) {
    return new double[] {Plot.x(place, places.size()), plot.y(Objects.requireNonNull(value))};
  }

  private void legend(Canvas canvas, Locale language) {
    double y = Canvas.HEIGHT - 14.0;
    for (int i = 0; i < lines.size(); i++) {
      double x = Plot.LEFT + (double) i * LEGEND_STEP;
      String dashes = lines.get(i).dashed() ? " d" : "";
      canvas.line(x, y - 4, x + 22, y - 4, "l s" + (i % Canvas.COLOURS) + dashes);
      canvas.text(x + 28, y, "m", lines.get(i).name().in(language));
    }
  }

  private DoubleStream all() {
    return Stream.concat(
            lines.stream().flatMap(line -> line.values().stream()),
            bands.stream()
                .flatMap(band -> Stream.concat(band.low().stream(), band.high().stream())))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  /** The first line in words; the others differ from it by what the picture shows. */
  private String description(Locale language) {
    if (lines.isEmpty()) {
      return unit.in(language);
    }
    Line line = lines.getFirst();
    return line.name().in(language)
        + ", "
        + unit.in(language)
        + ": "
        + IntStream.range(0, places.size())
            .mapToObj(i -> places.get(i) + " " + said(line.values().get(i), language))
            .collect(Collectors.joining("; "));
  }

  private static String said(@Nullable Double value, Locale language) {
    return value == null ? MISSING.in(language) : Scale.label(BigDecimal.valueOf(value));
  }
}
