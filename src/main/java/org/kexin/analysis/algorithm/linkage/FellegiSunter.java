package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * Estimates the model of Fellegi and Sunter (1969), JASA 64(328), by expectation and maximisation
 * (Winkler 1988; Jaro 1989; Dempster, Laird and Rubin 1977). A pair matches with probability λ;
 * given that it does or does not, its fields agree independently, at level l with probability m(l)
 * or u(l). A missing comparison is no evidence: it stands for every level.
 *
 * <pre>
 * posterior = λ Π m / (λ Π m + (1 − λ) Π u)
 * </pre>
 */
public final class FellegiSunter {

  /** There was nothing to estimate from. */
  public static final Reason NO_PAIRS =
      new Reason("NO_PAIRS", "No pairs were compared: the model is where it began.");

  /** The rounds were not enough. */
  public static final Reason NOT_CONVERGED =
      new Reason("NOT_CONVERGED", "The estimates still moved in the last round allowed.");

  /** The pairs suggest far more matches than expected. */
  public static final Reason SHARE_FAR_ABOVE_PRIOR =
      new Reason(
          "SHARE_FAR_ABOVE_PRIOR",
          "The pairs suggest more than five times as many matches as expected: what was found may"
              + " be the structure of the blocks.");

  private static final double FAR = 5;

  private final PatternCounts patterns;
  private final EmParameters parameters;
  private final int fields;
  private final double[][] m;
  private final double[][] u;
  private final double[] posterior;
  private final long[] compared;
  private double share;
  private double suggested;

  private FellegiSunter(PatternCounts patterns, EmParameters parameters) {
    this.patterns = patterns;
    this.parameters = parameters;
    this.fields = patterns.fields().size();
    this.m = start(parameters.startM());
    this.u = start(parameters.startU());
    this.posterior = new double[patterns.size()];
    this.compared = new long[fields];
    this.share = parameters.share().start();
    this.suggested = share;
    for (int p = 0; p < patterns.size(); p++) {
      for (int f = 0; f < fields; f++) {
        compared[f] += patterns.level(p, f) == Comparison.MISSING ? 0 : patterns.count(p);
      }
    }
  }

  /**
   * Fits the model.
   *
   * @throws IllegalArgumentException if the random pairs were compared in other fields
   * @throws CancellationException if the thread is interrupted
   */
  public static FellegiSunterModel fit(PatternCounts patterns, EmParameters parameters) {
    PatternCounts random = parameters.randomPairs();
    if (random != null && !random.fields().equals(patterns.fields())) {
      throw new IllegalArgumentException("the random pairs were compared in other fields");
    }
    return new FellegiSunter(patterns, parameters).run();
  }

  /** Geometric from level to level; with two levels 1 − best and best. */
  private double[][] start(double best) {
    double[][] probabilities = new double[fields][];
    for (int f = 0; f < fields; f++) {
      int levels = patterns.fields().get(f).levels();
      double[] weights = new double[levels];
      for (int l = 0; l < levels; l++) {
        weights[l] = Math.pow(best / (1 - best), (double) l / (levels - 1));
      }
      probabilities[f] = normalised(weights, 0);
    }
    return probabilities;
  }

  private static double[] normalised(double[] weights, double smoothing) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight + smoothing;
    }
    double[] probabilities = new double[weights.length];
    for (int l = 0; l < weights.length; l++) {
      probabilities[l] = (weights[l] + smoothing) / sum;
    }
    return probabilities;
  }

  private FellegiSunterModel run() {
    PatternCounts random = parameters.randomPairs();
    if (random != null) {
      takeChanceFrom(random);
    }
    int rounds = 0;
    boolean converged = false;
    while (patterns.pairs() > 0 && !converged && rounds < parameters.mostRounds()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the estimation was interrupted");
      }
      rounds++;
      expect();
      converged = maximise() <= parameters.tolerance();
    }
    Measure<Double> likelihood =
        patterns.pairs() == 0 ? Measure.missing(NO_PAIRS) : Measure.of(expect());
    return new FellegiSunterModel(
        share,
        suggested,
        fieldModels(),
        patterns.pairs(),
        rounds,
        converged,
        likelihood,
        warnings(converged));
  }

  private void takeChanceFrom(PatternCounts random) {
    for (int f = 0; f < fields; f++) {
      double[] seen = new double[u[f].length];
      for (int p = 0; p < random.size(); p++) {
        int level = random.level(p, f);
        if (level != Comparison.MISSING) {
          seen[level] += random.count(p);
        }
      }
      u[f] = normalised(seen, parameters.smoothing());
    }
  }

  /** Fills the posteriors, in logarithms so that no product vanishes; gives the log-likelihood. */
  private double expect() {
    double likelihood = 0;
    for (int p = 0; p < posterior.length; p++) {
      double match = Math.log(share);
      double other = Math.log1p(-share);
      for (int f = 0; f < fields; f++) {
        int level = patterns.level(p, f);
        if (level != Comparison.MISSING) {
          match += Math.log(m[f][level]);
          other += Math.log(u[f][level]);
        }
      }
      posterior[p] = 1 / (1 + Math.exp(other - match));
      double larger = Math.max(match, other);
      double both = larger + Math.log1p(Math.exp(-Math.abs(match - other)));
      likelihood += patterns.count(p) * both;
    }
    return likelihood;
  }

  /** Takes the next estimates; gives the largest change of a probability. */
  private double maximise() {
    double matches = 0;
    double[][] ofMatches = new double[fields][];
    double[][] ofOthers = new double[fields][];
    for (int f = 0; f < fields; f++) {
      ofMatches[f] = new double[m[f].length];
      ofOthers[f] = new double[u[f].length];
    }
    for (int p = 0; p < posterior.length; p++) {
      double expected = patterns.count(p) * posterior[p];
      matches += expected;
      for (int f = 0; f < fields; f++) {
        int level = patterns.level(p, f);
        if (level != Comparison.MISSING) {
          ofMatches[f][level] += expected;
          ofOthers[f][level] += patterns.count(p) - expected;
        }
      }
    }
    double before = share;
    double smoothing = parameters.smoothing();
    suggested = (matches + smoothing) / (patterns.pairs() + 2 * smoothing);
    share = parameters.share().accept(suggested);
    double change = Math.abs(share - before);
    for (int f = 0; f < fields; f++) {
      change = Math.max(change, replace(m, f, normalised(ofMatches[f], smoothing)));
      if (parameters.randomPairs() == null) {
        change = Math.max(change, replace(u, f, normalised(ofOthers[f], smoothing)));
      }
    }
    return change;
  }

  private static double replace(double[][] probabilities, int field, double[] next) {
    double change = 0;
    for (int l = 0; l < next.length; l++) {
      change = Math.max(change, Math.abs(next[l] - probabilities[field][l]));
    }
    probabilities[field] = next;
    return change;
  }

  private List<FellegiSunterModel.Field> fieldModels() {
    List<FellegiSunterModel.Field> models = new ArrayList<>();
    for (int f = 0; f < fields; f++) {
      List<FellegiSunterModel.Level> levels = new ArrayList<>();
      for (int l = 0; l < m[f].length; l++) {
        // Of a field that was never compared nothing is known of matches: it weighs nothing.
        double ofMatches = compared[f] == 0 && patterns.pairs() > 0 ? u[f][l] : m[f][l];
        levels.add(FellegiSunterModel.Level.of(ofMatches, u[f][l]));
      }
      models.add(
          new FellegiSunterModel.Field(patterns.fields().get(f).name(), compared[f], levels));
    }
    return models;
  }

  private List<Reason> warnings(boolean converged) {
    if (patterns.pairs() == 0) {
      return List.of(NO_PAIRS);
    }
    List<Reason> warnings = new ArrayList<>();
    if (!converged) {
      warnings.add(NOT_CONVERGED);
    }
    Double prior = parameters.share().prior();
    if (prior != null && suggested > FAR * prior) {
      warnings.add(SHARE_FAR_ABOVE_PRIOR);
    }
    for (int f = 0; f < fields; f++) {
      String name = patterns.fields().get(f).name();
      int best = m[f].length - 1;
      if (compared[f] == 0) {
        warnings.add(new Reason("FIELD_NEVER_COMPARED", "Never present in both rows: " + name));
      } else if (m[f][best] < u[f][best]) {
        warnings.add(
            new Reason("FIELD_SPEAKS_AGAINST", "Agreement is rarer among matches: " + name));
      }
    }
    return warnings;
  }
}
