package org.kexin.analysis.algorithm.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits every admissible ETS model and takes the one with the least AICc (Hyndman et al. 2008,
 * section 2.8). Of equals the one with fewer components.
 */
final class EtsSelection {

  /** A season has one state for each of its periods: too many to estimate beyond this. */
  static final int LONGEST_SEASON = 24;

  private EtsSelection() {}

  /** The candidates that could be fitted, least AICc first. */
  static List<EtsSmoothing> ranked(double[] y, int seasonLength, boolean multiplicativeTrend) {
    boolean seasonal =
        seasonLength > 1 && seasonLength <= LONGEST_SEASON && y.length >= 2 * seasonLength;
    List<EtsSmoothing> candidates = new ArrayList<>();
    for (EtsModel model : EtsModel.family(seasonal, allPositive(y), multiplicativeTrend)) {
      EtsSmoothing fit = EtsFit.of(model, y, seasonLength);
      if (fit != null) {
        candidates.add(fit);
      }
    }
    candidates.sort(Comparator.comparingDouble(fit -> fit.likelihood().aicc()));
    return candidates;
  }

  static boolean allPositive(double[] y) {
    for (double value : y) {
      if (value <= 0) {
        return false;
      }
    }
    return true;
  }
}
