package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;

/**
 * Maximises a smooth function inside a box by BFGS with projected steps (Nocedal and Wright 2006,
 * Numerical Optimization, algorithm 6.1 and section 16.7). Hipparchus has no quasi-Newton method
 * for a scalar function with bounds; its simplex needs some ten times the evaluations.
 *
 * <p>Without randomness: the same function and start give the same bits.
 */
final class QuasiNewton {

  /** A function to maximise together with its gradient. */
  @FunctionalInterface
  interface Objective {
    /**
     * Computes value and gradient.
     *
     * @param gradient filled by the function
     * @return the value; a value that is not finite is refused by the line search
     */
    double at(double[] point, double[] gradient);
  }

  /** Where a search ended. */
  static final class Optimum {
    private final double[] point;
    private final double value;
    private final double gradient;
    private final int evaluations;
    private final boolean atBound;

    private Optimum(QuasiNewton search) {
      this.point = search.point.clone();
      this.value = search.value;
      this.gradient = search.steepness(search.point, search.gradient);
      this.evaluations = search.evaluations;
      this.atBound = search.touchesBound();
    }

    double[] point() {
      return point.clone();
    }

    double value() {
      return value;
    }

    /** The largest free component of the gradient. */
    double gradient() {
      return gradient;
    }

    int evaluations() {
      return evaluations;
    }

    boolean atBound() {
      return atBound;
    }
  }

  private static final int MAX_ITERATIONS = 500;
  private static final double SUFFICIENT_INCREASE = 1e-4;
  private static final double STEADY_FALL = 0.9;
  private static final double SHORTEST_BLIND_STEP = 1e-3;
  private static final double SHORTEST_STEP = 1e-12;
  private static final double LONGEST_STEP = 2;

  /** Relative error of a value summed over many customers, generously. */
  private static final double ROUNDING = 1e-13;

  private final Objective objective;
  private final double[] lower;
  private final double[] upper;
  private final double tolerance;
  private final int n;

  private final double[] direction;
  private final double[][] inverse;
  private double[] point;
  private double[] gradient;
  private double[] nextPoint;
  private double[] nextGradient;
  private double value;
  private int evaluations;

  private QuasiNewton(
      Objective objective, double[] start, double[] lower, double[] upper, double tolerance) {
    this.objective = objective;
    this.lower = lower;
    this.upper = upper;
    this.tolerance = tolerance;
    this.n = start.length;
    this.point = start.clone();
    this.gradient = new double[n];
    this.nextPoint = new double[n];
    this.nextGradient = new double[n];
    this.direction = new double[n];
    this.inverse = new double[n][n];
  }

  /**
   * Searches uphill from a start inside the box.
   *
   * @param tolerance the search ends when no free component of the gradient exceeds it
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  static Optimum maximise(
      Objective objective, double[] start, double[] lower, double[] upper, double tolerance) {
    return new QuasiNewton(objective, start, lower, upper, tolerance).run();
  }

  private Optimum run() {
    value = evaluate(point, gradient);
    resetInverse();
    boolean fresh = true;
    for (int i = 0; i < MAX_ITERATIONS && steepness(point, gradient) > tolerance; i++) {
      Interruption.check();
      if (!aimUphill()) {
        resetInverse();
        aimUphill();
        fresh = true;
      }
      if (searchLine()) {
        fresh = false;
      } else if (fresh) {
        break;
      } else {
        // The curvature was wrong; the next step starts again from the gradient.
        resetInverse();
        fresh = true;
      }
    }
    return new Optimum(this);
  }

  private double evaluate(double[] at, double[] gradientThere) {
    evaluations++;
    return objective.at(at, gradientThere);
  }

  /** A component is free unless it stands at a bound and the function rises outwards. */
  private boolean free(int i, double[] at, double[] gradientThere) {
    return !(at[i] <= lower[i] && gradientThere[i] < 0)
        && !(at[i] >= upper[i] && gradientThere[i] > 0);
  }

  /** The largest free component of the gradient. */
  private double steepness(double[] at, double[] gradientThere) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      if (free(i, at, gradientThere)) {
        largest = Math.max(largest, Math.abs(gradientThere[i]));
      }
    }
    return largest;
  }

  private boolean touchesBound() {
    for (int i = 0; i < n; i++) {
      if (point[i] <= lower[i] || point[i] >= upper[i]) {
        return true;
      }
    }
    return false;
  }

  private void resetInverse() {
    for (int i = 0; i < n; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = 1;
    }
  }

  /** Sets the direction; false when it does not lead uphill. */
  private boolean aimUphill() {
    double slope = 0;
    double longest = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n && free(i, point, gradient); j++) {
        sum += free(j, point, gradient) ? inverse[i][j] * gradient[j] : 0;
      }
      direction[i] = sum;
      slope += sum * gradient[i];
      longest = Math.max(longest, Math.abs(sum));
    }
    if (longest > LONGEST_STEP) {
      for (int i = 0; i < n; i++) {
        direction[i] *= LONGEST_STEP / longest;
      }
    }
    return slope > 0;
  }

  /**
   * Halves the step until the function rises enough, and goes there; false if it never does. Where
   * the rise is below rounding the gradient decides instead (after Hager and Zhang 2005, SIAM
   * Journal on Optimization 16, section 4).
   */
  private boolean searchLine() {
    double steepness = steepness(point, gradient);
    for (double step = 1; step > SHORTEST_STEP; step /= 2) {
      double predicted = 0;
      for (int i = 0; i < n; i++) {
        nextPoint[i] = Math.clamp(point[i] + step * direction[i], lower[i], upper[i]);
        predicted += gradient[i] * (nextPoint[i] - point[i]);
      }
      double nextValue = evaluate(nextPoint, nextGradient);
      double rounding = ROUNDING * (1 + Math.abs(value));
      boolean measurable = predicted > rounding;
      boolean better =
          measurable
              ? nextValue >= value + SUFFICIENT_INCREASE * predicted
              : nextValue >= value - rounding
                  && steepness(nextPoint, nextGradient) < STEADY_FALL * steepness;
      if (better && Double.isFinite(nextValue)) {
        value = nextValue;
        learnCurvature();
        swap();
        return true;
      }
      if (!measurable && step < SHORTEST_BLIND_STEP) {
        return false;
      }
    }
    return false;
  }

  private void swap() {
    double[] spare = point;
    point = nextPoint;
    nextPoint = spare;
    spare = gradient;
    gradient = nextGradient;
    nextGradient = spare;
  }

  /** The BFGS update of the inverse of the negative Hessian; skipped where it is not concave. */
  private void learnCurvature() {
    double[] moved = new double[n];
    double[] dropped = new double[n];
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      moved[i] = nextPoint[i] - point[i];
      dropped[i] = gradient[i] - nextGradient[i];
      curvature += moved[i] * dropped[i];
    }
    if (!(curvature > Double.MIN_NORMAL)) {
      return;
    }
    double[] product = new double[n];
    double quadratic = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        product[i] += inverse[i][j] * dropped[j];
      }
      quadratic += dropped[i] * product[i];
    }
    double factor = (1 + quadratic / curvature) / curvature;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] +=
            factor * moved[i] * moved[j]
                - (product[i] * moved[j] + moved[i] * product[j]) / curvature;
      }
    }
  }
}
