package org.kexin.analysis.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The area of a chart between its axes, with grid and labels. */
final class Plot {

  static final int LEFT = 64;
  static final int RIGHT = 24;
  static final int TOP = 64;
  static final int BOTTOM = 56;

  private static final int MOST_LABELS = 14;
  private static final int LABEL_CHARS = 10;

  private final Canvas canvas;
  private final Scale scale;

  Plot(Canvas canvas, Scale scale) {
    this.canvas = canvas;
    this.scale = scale;
    for (BigDecimal tick : scale.ticks()) {
      double y = y(tick.doubleValue());
      canvas.line(LEFT, y, Canvas.WIDTH - RIGHT, y, tick.signum() == 0 ? "a" : "g");
      canvas.text(LEFT - 8, y + 4, "m e", Scale.label(tick));
    }
  }

  double y(double value) {
    double height = Canvas.HEIGHT - TOP - BOTTOM;
    return TOP + height * (1 - scale.share(value));
  }

  /** Middle of the i-th of n places along the horizontal axis. */
  static double x(int i, int n) {
    return LEFT + width(n) * (i + 0.5);
  }

  static double width(int n) {
    return (double) (Canvas.WIDTH - LEFT - RIGHT) / Math.max(n, 1);
  }

  /** Labels below the axis, as many as there is room for. */
  void labels(List<String> labels, IntToDoubleFunction place) {
    int every = Math.ceilDiv(labels.size(), MOST_LABELS);
    for (int i = 0; i < labels.size(); i += Math.max(every, 1)) {
      canvas.text(
          place.applyAsDouble(i),
          Canvas.HEIGHT - BOTTOM + 18.0,
          "m c",
          Canvas.cut(labels.get(i), LABEL_CHARS));
    }
  }

  /** What the vertical axis measures. */
  void unit(String unit) {
    canvas.text(16, 48, "m", unit);
  }
}
