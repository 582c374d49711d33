package org.kexin.analysis.algorithm.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Other parameters that would fit a series nearly as well as those estimated, drawn from their
 * approximate distribution: normal about the estimate with covariance σ²(J'J)⁻¹, J the derivatives
 * of the residuals that were minimised, and moved into the usual region where they leave it.
 */
final class EtsUncertainty {

  /** Pairs of a draw and its mirror image. */
  private static final int PAIRS = 50;

  /** Relative, for a forward difference of what has been through the whole series. */
  private static final double STEP = 1e-6;

  /**
   * Added to the diagonal of the normalised J'J: what the series can hardly tell apart stays within
   * a hundred times what it can.
   */
  private static final double RIDGE = 1e-4;

  private final EtsLayout layout;
  private final double[] y;
  private final double[] centre;

  /** Length of each column of J; 0 where a parameter changes nothing. */
  private final double[] lengths;

  private EtsUncertainty(EtsSmoothing fit, double[] y) {
    this.layout = fit.layout();
    this.y = y;
    this.centre = layout.rowOf(fit.parameters());
    this.lengths = new double[centre.length];
  }

  /** Runs with drawn parameters; those not defined for the series are left out. */
  static List<EtsSmoothing> draws(EtsSmoothing fit, double[] y, Random random) {
    return new EtsUncertainty(fit, y).draws(fit.deviationOfResiduals(), random);
  }

  private List<EtsSmoothing> draws(double deviation, Random random) {
    RealMatrix factor =
        new CholeskyDecomposition(new Array2DRowRealMatrix(products(), false), RIDGE, 0).getL();
    List<EtsSmoothing> draws = new ArrayList<>();
    double[] step = new double[centre.length];
    for (int pair = 0; pair < PAIRS; pair++) {
      Stopping.ifInterrupted();
      for (int p = 0; p < step.length; p++) {
        step[p] = random.nextGaussian();
      }
      solveTransposed(factor, step);
      for (int sign = -1; sign <= 1; sign += 2) {
        EtsSmoothing draw = runAt(moved(step, sign * deviation));
        if (draw != null) {
          draws.add(draw);
        }
      }
    }
    return draws;
  }

  private double[] moved(double[] step, double by) {
    double[] row = centre.clone();
    for (int p = 0; p < row.length; p++) {
      row[p] += lengths[p] == 0 ? 0 : by * step[p] / lengths[p];
    }
    return row;
  }

  private @Nullable EtsSmoothing runAt(double[] row) {
    return EtsSmoothing.of(layout.model(), layout.at(row), y);
  }

  /** J'J with the columns of J brought to length 1, and the ridge. */
  private double[][] products() {
    double[][] slopes = new double[centre.length][];
    for (int p = 0; p < centre.length; p++) {
      slopes[p] = slope(p);
      lengths[p] = Math.sqrt(product(slopes[p], slopes[p]));
    }
    double[][] products = new double[centre.length][centre.length];
    for (int p = 0; p < centre.length; p++) {
      for (int q = 0; q < p; q++) {
        double size = lengths[p] * lengths[q];
        products[p][q] = size > 0 ? product(slopes[p], slopes[q]) / size : 0;
        products[q][p] = products[p][q];
      }
      products[p][p] = 1 + RIDGE;
    }
    return products;
  }

  /** Derivatives of the residuals; away from the upper bound, where no step would be taken. */
  private double[] slope(int p) {
    boolean smoothing = p < layout.model().smoothingParameters();
    double least = smoothing ? 1 : Scale.of(y) * STEP;
    double step = STEP * Math.max(least, Math.abs(centre[p]));
    double[] slope = new double[y.length];
    double[] row = centre.clone();
    row[p] = smoothing && p > 0 && centre[p] < step ? centre[p] + step : centre[p] - step;
    EtsSmoothing here = runAt(centre);
    EtsSmoothing there = runAt(row);
    if (here == null || there == null) {
      return slope;
    }
    double[] from = here.residuals();
    double[] to = there.residuals();
    for (int t = 0; t < slope.length; t++) {
      double change = (to[t] - from[t]) / (row[p] - centre[p]);
      slope[t] = Double.isFinite(change) ? change : 0;
    }
    return slope;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /** Solves L'x = z from below, in place. */
  private static void solveTransposed(RealMatrix factor, double[] z) {
    for (int p = z.length - 1; p >= 0; p--) {
      for (int q = p + 1; q < z.length; q++) {
        z[p] -= factor.getEntry(q, p) * z[q];
      }
      z[p] /= factor.getEntry(p, p);
    }
  }
}
