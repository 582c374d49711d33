package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.jspecify.annotations.Nullable;

/** Runs a search from each of several starts and says how far the best end can be trusted. */
final class MaximumLikelihood {

  /** Shape parameters stay within exp(±12), scales within that of their data's own scale. */
  static final double LARGEST_LOG = 12;

  /** Near enough to tell which start leads highest; only that one is followed to the end. */
  private static final double ROUGH_TOLERANCE = 1e-4;

  private static final double GRADIENT_TOLERANCE = 1e-9;
  private static final double ACCEPTED_GRADIENT = 1e-6;
  private static final double DIFFERENCE = 1e-4;

  /** A parameter known to a factor of e³ at best is not known. */
  private static final double LARGEST_STANDARD_ERROR = 3;

  private MaximumLikelihood() {}

  /** The best end. */
  static final class Fit {
    private final QuasiNewton.Optimum end;
    private final double @Nullable [] standardErrors;
    private final int evaluations;

    private Fit(QuasiNewton.Optimum end, double @Nullable [] standardErrors, int evaluations) {
      this.end = end;
      this.standardErrors = standardErrors;
      this.evaluations = evaluations;
    }

    /** Logs of the parameters. */
    double[] logs() {
      return end.point();
    }

    double meanLogLikelihood() {
      return end.value();
    }

    Convergence convergence() {
      return judge(end, standardErrors);
    }

    /** Of the logs, by the inverse Hessian; empty unless it is negative definite. */
    List<Double> standardErrors() {
      return standardErrors == null ? List.of() : Arrays.stream(standardErrors).boxed().toList();
    }

    /** Of the likelihood, over all starts. */
    int evaluations() {
      return evaluations;
    }
  }

  /**
   * @param mean log-likelihood per observation
   * @param observations how many there are, for the standard errors
   * @param centre log of each parameter's own scale: 0 for a shape
   * @param starts logs relative to the centre; the earlier one wins a tie
   */
  static Fit fit(
      QuasiNewton.Objective mean,
      long observations,
      double[] centre,
      List<double[]> starts,
      DoubleConsumer progress) {
    double[] lower = shifted(centre, -LARGEST_LOG);
    double[] upper = shifted(centre, LARGEST_LOG);
    QuasiNewton.Optimum best = null;
    int evaluations = 0;
    for (int i = 0; i < starts.size(); i++) {
      double[] start = centre.clone();
      for (int j = 0; j < start.length; j++) {
        start[j] += starts.get(i)[j];
      }
      QuasiNewton.Optimum reached =
          QuasiNewton.maximise(mean, start, lower, upper, ROUGH_TOLERANCE);
      evaluations += reached.evaluations();
      if (best == null || reached.value() > best.value()) {
        best = reached;
      }
      progress.accept((i + 1.0) / (starts.size() + 1));
    }
    if (best == null) {
      throw new IllegalArgumentException("a fit needs a start");
    }
    QuasiNewton.Optimum end =
        QuasiNewton.maximise(mean, best.point(), lower, upper, GRADIENT_TOLERANCE);
    double[] errors = end.atBound() ? null : standardErrors(mean, end.point(), observations);
    progress.accept(1);
    return new Fit(end, errors, evaluations + end.evaluations());
  }

  private static double[] shifted(double[] centre, double by) {
    double[] result = centre.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += by;
    }
    return result;
  }

  private static Convergence judge(QuasiNewton.Optimum end, double @Nullable [] errors) {
    // At a bound the other parameters often creep along a plateau, and are not to be read anyway.
    if (end.atBound() && end.gradient() <= ROUGH_TOLERANCE) {
      return Convergence.AT_BOUND;
    }
    if (!(end.gradient() <= ACCEPTED_GRADIENT)) {
      return Convergence.NOT_CONVERGED;
    }
    if (errors == null) {
      return Convergence.WEAKLY_IDENTIFIED;
    }
    for (double error : errors) {
      if (error > LARGEST_STANDARD_ERROR) {
        return Convergence.WEAKLY_IDENTIFIED;
      }
    }
    return Convergence.CONVERGED;
  }

  /** From central differences of the gradient. */
  private static double @Nullable [] standardErrors(
      QuasiNewton.Objective mean, double[] point, long observations) {
    int n = point.length;
    double[][] information = new double[n][n];
    double[] above = new double[n];
    double[] below = new double[n];
    for (int i = 0; i < n; i++) {
      double[] moved = point.clone();
      moved[i] = point[i] + DIFFERENCE;
      mean.at(moved, above);
      moved[i] = point[i] - DIFFERENCE;
      mean.at(moved, below);
      for (int j = 0; j < n; j++) {
        double second = (below[j] - above[j]) / (2 * DIFFERENCE) * (double) observations / 2;
        information[i][j] += second;
        information[j][i] += second;
      }
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(information));
    double[] values = eigen.getEigenvalues();
    double[] errors = new double[n];
    for (int k = 0; k < n; k++) {
      if (!(values[k] > 0)) {
        return null;
      }
      for (int i = 0; i < n; i++) {
        double component = eigen.getEigenvector(k).getEntry(i);
        errors[i] += component * component / values[k];
      }
    }
    for (int i = 0; i < n; i++) {
      errors[i] = Math.sqrt(errors[i]);
    }
    return errors;
  }
}
