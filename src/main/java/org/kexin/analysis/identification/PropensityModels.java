package org.kexin.analysis.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Filters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.propensity.Observations;
import org.kexin.analysis.algorithm.propensity.PropensityFit;
import org.kexin.shared.ProblemException;

/** Fits the model to who was a prospect some time ago, and to what they did since. */
@ApplicationScoped
class PropensityModels {

  static final Answering.Method METHOD = new Answering.Method(PropensityFit.METHOD, "1");
  static final PropensityFit.Parameters FIT = PropensityFit.Parameters.defaults();

  private final ProspectReader reader;
  private final Answering answering;

  PropensityModels(ProspectReader reader, Answering answering) {
    this.reader = reader;
    this.answering = answering;
  }

  /**
   * A question over the data that count for the caller.
   *
   * @param earlier end of what the model may know
   * @param to end of what it is to predict
   */
  record Scope(PropensityQuestion question, SalesQuery query, LocalDate earlier, LocalDate to) {}

  /**
   * The fit and what it was fitted to.
   *
   * @param buyers of them, who bought in time
   * @param having for each feature how many customers have it at all
   */
  record Fitted(
      Scope scope,
      Candidates candidates,
      PropensityFit fit,
      long learntFrom,
      long buyers,
      List<Long> having) {}

  /**
   * What the caller may ask. Not to be called while computing.
   *
   * @throws ProblemException {@code parameter-invalid} if the period would tell of fewer than k
   *     customers
   */
  Scope scope(PropensityQuestion question, SmallGroups groups) {
    LocalDate to =
        Objects.requireNonNullElseGet(question.to(), () -> answering.day(question.asOf()));
    SalesQuery query = answering.fit(until(question, to), groups);
    LocalDate end = Objects.requireNonNullElse(query.to(), to);
    // Both ends are those of whole blocks of days where the caller sees groups only.
    LocalDate earlier = answering.fit(until(question, end.minusDays(question.days())), groups).to();
    return new Scope(
        question, query, Objects.requireNonNullElse(earlier, end.minusDays(question.days())), end);
  }

  private static SalesQuery until(PropensityQuestion question, @Nullable LocalDate to) {
    return new SalesQuery(
        null,
        to,
        SalesQuery.Returns.EXCLUDED,
        SalesQuery.Anonymous.EXCLUDED,
        null,
        question.asOf(),
        Filters.NONE);
  }

  /** Reads and fits; to be called while computing. */
  Fitted fit(Scope scope) {
    Candidates candidates = reader.all(scope.earlier(), scope.to(), scope.query().knownAt());
    Observations observations = new Observations(Features.NAMES);
    long[] having = new long[Features.NAMES.size()];
    long buyers = 0;
    for (int row = 0; row < candidates.size(); row++) {
      if (!candidates.wasProspect(row)) {
        continue;
      }
      double[] values = candidates.before(row);
      for (int i = 0; i < values.length; i++) {
        having[i] += values[i] > 0 ? 1 : 0;
      }
      UUID customer = candidates.customer(row);
      boolean bought = candidates.hasBought(row);
      buyers += bought ? 1 : 0;
      observations.add(customer.getLeastSignificantBits(), values, bought);
    }
    return new Fitted(
        scope,
        candidates,
        PropensityFit.of(observations, FIT),
        observations.size(),
        buyers,
        Arrays.stream(having).boxed().toList());
  }

  /** How an answer came about. */
  About about(Fitted fitted, SmallGroups groups) {
    Scope scope = fitted.scope();
    return answering.about(
        METHOD,
        scope.query(),
        Map.of(
            "days", String.valueOf(scope.question().days()),
            "learntFrom", scope.earlier().toString(),
            "observedTo", scope.to().toString(),
            "penalty", String.valueOf(FIT.penalty()),
            "holdOutShare", String.valueOf(FIT.holdOutShare()),
            "casesPerFeature", String.valueOf(FIT.casesPerFeature())),
        new SalesPass.Tally(
            null,
            PropensityFindings.coarse(fitted.candidates().sales(), groups),
            fitted.candidates().newest(),
            List.of()),
        fitted.learntFrom(),
        groups);
  }
}
