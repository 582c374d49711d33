package org.kexin.analysis.algorithm.forecast;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Minimises a sum of squared residuals by Levenberg and Marquardt with forward differences. Far
 * fewer runs through the series than a simplex needs: the residuals of all periods say where to go,
 * not only their sum.
 */
final class LeastSquares {

  /** Square root of the rounding error, the usual step of a forward difference. */
  private static final double STEP = 1.5e-8;

  private static final double TOLERANCE = 1e-9;

  private LeastSquares() {}

  /** Writes the residuals at a point. */
  interface Residuals {

    /**
     * Computes them.
     *
     * @return whether the point is one where the residuals are defined
     */
    boolean at(double[] point, double[] into);
  }

  /**
   * Finds the best point it can.
   *
   * @param start where the residuals should be defined
   * @param count how many residuals there are
   * @param maxSteps points tried at most
   * @return null if no point was defined
   */
  static double @Nullable [] minimise(
      Residuals residuals, double[] start, int count, int maxSteps) {
    Objective objective = new Objective(residuals, count);
    if (!Double.isFinite(objective.sumOfSquaresAt(start))) {
      return null;
    }
    try {
      new LevenbergMarquardtOptimizer()
          .withCostRelativeTolerance(TOLERANCE)
          .withParameterRelativeTolerance(TOLERANCE)
          .optimize(
              LeastSquaresFactory.create(
                  objective,
                  new ArrayRealVector(count),
                  new ArrayRealVector(start, false),
                  null,
                  null,
                  maxSteps,
                  maxSteps,
                  true,
                  null));
    } catch (MathIllegalStateException e) {
      // Out of steps, or no further progress in floating point: the best point seen is the answer.
      return objective.best;
    }
    return objective.best;
  }

  private static final class Objective implements ValueAndJacobianFunction {

    /** So far off that no step to an undefined point is ever taken. */
    private static final double UNDEFINED = 1e6;

    private final Residuals residuals;
    private final int count;
    private final double[] shifted;
    private double @Nullable [] best;
    private double least = Double.POSITIVE_INFINITY;

    Objective(Residuals residuals, int count) {
      this.residuals = residuals;
      this.count = count;
      this.shifted = new double[count];
    }

    double sumOfSquaresAt(double[] point) {
      computeValue(point);
      return least;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
      double[] at = point.toArray();
      return new Pair<>(computeValue(at), computeJacobian(at));
    }

    @Override
    public RealVector computeValue(double[] point) {
      Stopping.ifInterrupted();
      double[] values = new double[count];
      double sum = 0;
      if (residuals.at(point, values)) {
        for (double value : values) {
          sum += value * value;
        }
        if (sum < least) {
          least = sum;
          best = point.clone();
        }
      } else {
        Arrays.fill(values, UNDEFINED);
      }
      return new ArrayRealVector(values, false);
    }

    @Override
    public RealMatrix computeJacobian(double[] point) {
      double[] here = new double[count];
      double[][] slopes = new double[count][point.length];
      residuals.at(point, here);
      double[] moved = point.clone();
      for (int p = 0; p < point.length; p++) {
        double step = STEP * Math.max(1, Math.abs(point[p]));
        moved[p] = point[p] + step;
        if (!residuals.at(moved, shifted)) {
          step = -step;
          moved[p] = point[p] + step;
          if (!residuals.at(moved, shifted)) {
            System.arraycopy(here, 0, shifted, 0, count);
          }
        }
        for (int t = 0; t < count; t++) {
          slopes[t][p] = (shifted[t] - here[t]) / step;
        }
        moved[p] = point[p];
      }
      return new Array2DRowRealMatrix(slopes, false);
    }
  }
}
