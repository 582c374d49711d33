package org.kexin.analysis.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis whose ticks are round numbers: 1, 2 or 5 times a power of ten apart (P. S.
 * Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990).
 *
 * @param low first tick, at most the least value
 * @param step between ticks
 * @param steps at least 1
 */
record Scale(BigDecimal low, BigDecimal step, int steps) {

  private static final int WANTED_STEPS = 5;
  private static final int THOUSAND = 1_000;
  private static final String[] UNITS = {"", "k", "M", "G", "T"};

  /** A scale that holds these two values and begins at zero where that is near. */
  static Scale of(double least, double greatest) {
    double from = Math.min(least, 0);
    double to = Math.max(greatest, 0);
    if (least > 0 && least > greatest / 2 && least < greatest) {
      from = least;
    } else if (greatest < 0 && greatest < least / 2 && least < greatest) {
      to = greatest;
    }
    if (from == to) {
      to = from + 1;
    }
    BigDecimal step = niceStep((to / WANTED_STEPS) - (from / WANTED_STEPS));
    BigDecimal low = floor(BigDecimal.valueOf(from), step);
    int steps = 1;
    while (low.add(step.multiply(BigDecimal.valueOf(steps))).compareTo(BigDecimal.valueOf(to))
        < 0) {
      steps++;
    }
    return new Scale(low, step, steps);
  }

  /** Where a value lies: 0 at the first tick, 1 at the last. */
  double share(double value) {
    return (value - low.doubleValue()) / (step.doubleValue() * steps);
  }

  List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      ticks.add(low.add(step.multiply(BigDecimal.valueOf(i))).stripTrailingZeros());
    }
    return ticks;
  }

  /** A number short enough for an axis: 1200000 as 1.2M. */
  static String label(BigDecimal number) {
    BigDecimal shortened = number;
    int unit = 0;
    while (shortened.abs().compareTo(BigDecimal.valueOf(THOUSAND)) >= 0
        && unit < UNITS.length - 1) {
      shortened = shortened.movePointLeft(3);
      unit++;
    }
    String text =
        shortened
            .round(new MathContext(3, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString();
    return text + UNITS[unit];
  }

  private static BigDecimal niceStep(double rough) {
    BigDecimal exact = new BigDecimal(rough, new MathContext(3));
    int exponent = exact.precision() - exact.scale() - 1;
    double fraction = exact.movePointLeft(exponent).doubleValue();
    int nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
    return BigDecimal.valueOf(nice).scaleByPowerOfTen(exponent);
  }

  private static BigDecimal floor(BigDecimal value, BigDecimal step) {
    return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }
}
