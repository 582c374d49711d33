package org.kexin.analysis.algorithm.propensity;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Logistic regression with an L2 penalty by Newton's method, which for this likelihood is
 * iteratively reweighted least squares (Hastie, Tibshirani and Friedman 2009, The Elements of
 * Statistical Learning, section 4.4; the penalty: le Cessie and van Houwelingen 1992). Maximises
 *
 * <pre>
 * Σ (y η − log(1 + e^η)) − penalty/2 · Σ β_j²,   η = β_0 + Σ β_j z_j
 * </pre>
 *
 * over standardised features z; the intercept is not penalised. The penalty makes the maximum
 * finite and unique even when a feature separates the classes.
 */
final class LogisticRegression {

  private static final int MAX_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-10;
  private static final double SHORTEST_STEP = 1e-10;
  private static final int INTERRUPT_CHECK = 0xFFFF;

  private final Observations data;
  private final int[] rows;
  private final Standardisation scale;
  private final double penalty;
  private final int n;

  private final double[] gradient;
  private final double[][] information;
  private final double[] standardised;

  /** Where the search ended. */
  static final class Optimum {
    private final double[] coefficients;
    private final double gradient;
    private final int iterations;

    private Optimum(double[] coefficients, double gradient, int iterations) {
      this.coefficients = coefficients;
      this.gradient = gradient;
      this.iterations = iterations;
    }

    /** Of a standardised feature. */
    double coefficient(int feature) {
      return coefficients[feature + 1];
    }

    double intercept() {
      return coefficients[0];
    }

    /** Largest component per observation. */
    double gradient() {
      return gradient;
    }

    int iterations() {
      return iterations;
    }

    boolean converged() {
      return gradient <= TOLERANCE;
    }
  }

  private LogisticRegression(Observations data, int[] rows, Standardisation scale, double penalty) {
    this.data = data;
    this.rows = rows;
    this.scale = scale;
    this.penalty = penalty;
    this.n = data.features().size() + 1;
    this.gradient = new double[n];
    this.information = new double[n][n];
    this.standardised = new double[n];
  }

  /**
   * Fits to some rows, in which both outcomes must occur.
   *
   * @throws CancellationException if the thread is interrupted
   */
  static Optimum fit(Observations data, int[] rows, Standardisation scale, double penalty) {
    return new LogisticRegression(data, rows, scale, penalty).run();
  }

  private Optimum run() {
    double[] point = new double[n];
    point[0] = logOddsOfAll();
    double value = evaluate(point);
    int iterations = 0;
    while (steepness() > TOLERANCE && iterations < MAX_ITERATIONS) {
      iterations++;
      double[] step = newtonStep();
      double[] start = point;
      double before = value;
      double length = 1;
      do {
        point = moved(start, step, length);
        value = evaluate(point);
        length /= 2;
      } while (!(value >= before - TOLERANCE * Math.abs(before)) && length > SHORTEST_STEP);
    }
    return new Optimum(point, steepness(), iterations);
  }

  private double logOddsOfAll() {
    int positives = 0;
    for (int row : rows) {
      positives += data.positive(row) ? 1 : 0;
    }
    return Math.log(positives / (double) (rows.length - positives));
  }

  /** Fills gradient and information. */
  private double evaluate(double[] point) {
    Arrays.fill(gradient, 0);
    for (double[] line : information) {
      Arrays.fill(line, 0);
    }
    double value = 0;
    for (int i = 0; i < rows.length; i++) {
      if ((i & INTERRUPT_CHECK) == INTERRUPT_CHECK && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the fit was interrupted");
      }
      value += addRow(rows[i], point);
    }
    for (int j = 1; j < n; j++) {
      value -= penalty / 2 * point[j] * point[j];
      gradient[j] -= penalty * point[j];
      information[j][j] += penalty;
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
    return value;
  }

  private double addRow(int row, double[] point) {
    standardised[0] = 1;
    double eta = point[0];
    for (int j = 1; j < n; j++) {
      standardised[j] = scale.apply(j - 1, data.value(row, j - 1));
      eta += point[j] * standardised[j];
    }
    boolean positive = data.positive(row);
    // The smaller of the two probabilities keeps its digits when the other one is almost 1.
    double small = Math.exp(-Math.abs(eta));
    double rare = small / (1 + small);
    double error = positive == eta >= 0 ? rare : 1 - rare;
    double residual = positive ? error : -error;
    double weight = rare * (1 - rare);
    for (int j = 0; j < n; j++) {
      gradient[j] += residual * standardised[j];
      double weighted = weight * standardised[j];
      double[] line = information[j];
      for (int k = 0; k <= j; k++) {
        line[k] += weighted * standardised[k];
      }
    }
    double agreement = positive ? eta : -eta;
    return Math.min(agreement, 0) - Math.log1p(small);
  }

  private double steepness() {
    double largest = 0;
    for (double component : gradient) {
      largest = Math.max(largest, Math.abs(component));
    }
    return largest / rows.length;
  }

  /** Solves information · step = gradient; with some damping if that is singular in rounding. */
  private double[] newtonStep() {
    double damping = 0;
    while (true) {
      Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(information);
      for (int j = 0; j < n; j++) {
        matrix.addToEntry(j, j, damping);
      }
      try {
        return new CholeskyDecomposition(matrix, TOLERANCE, 0)
            .getSolver()
            .solve(new ArrayRealVector(gradient, false))
            .toArray();
      } catch (MathIllegalArgumentException _) {
        damping = damping == 0 ? Double.MIN_NORMAL / TOLERANCE : damping * 1e10;
      }
    }
  }

  private static double[] moved(double[] from, double[] step, double length) {
    double[] result = from.clone();
    for (int j = 0; j < result.length; j++) {
      result[j] += length * step[j];
    }
    return result;
  }
}
