package org.kexin.analysis.lifetime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.lifetime.GammaGamma;
import org.kexin.analysis.algorithm.lifetime.GammaGammaFit;
import org.kexin.analysis.algorithm.lifetime.LifetimeValue;
import org.kexin.analysis.algorithm.lifetime.ModelComparison;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseModelFit;
import org.kexin.analysis.algorithm.lifetime.PurchaseSummariser;
import org.kexin.analysis.algorithm.lifetime.RepeatValues;
import org.kexin.shared.ProblemException;

/** Fits the models to the sales of all customers, in one pass. */
@ApplicationScoped
class LifetimeModels {

  private static final String VERSION = "1";

  private final SalesPass sales;
  private final Answering answering;

  LifetimeModels(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  /** The method of a question, with its sources. */
  static Answering.Method method(ModelKind model) {
    return new Answering.Method(
        model.method() + "; " + GammaGamma.METHOD + "; " + LifetimeValue.METHOD, VERSION);
  }

  /**
   * A question over the data that count for the caller.
   *
   * @param observedTo last day of the histories
   * @param calibrationEnd before it; null compares no models
   */
  record Scope(
      LifetimeQuestion question,
      SalesQuery query,
      LocalDate observedTo,
      @Nullable LocalDate calibrationEnd) {}

  /** Both fits and what they were fitted to. */
  record Fitted(
      Scope scope,
      PurchaseHistories<UUID> histories,
      PurchaseModelFit purchases,
      GammaGammaFit values,
      @Nullable ModelComparison comparison,
      SalesPass.Tally tally) {}

  /**
   * What the caller may ask. Not to be called while computing.
   *
   * @throws ProblemException {@code parameter-invalid} if the calibration does not end before what
   *     is observed, or a period would tell of fewer than k customers
   */
  Scope scope(LifetimeQuestion question, SmallGroups groups) {
    SalesQuery query = answering.fit(question.sales(), groups);
    LocalDate observedTo =
        Objects.requireNonNullElseGet(query.to(), () -> answering.day(query.knownAt()));
    LocalDate calibrationEnd = question.calibrationEnd();
    if (calibrationEnd != null) {
      calibrationEnd = answering.fit(question.sales().during(null, calibrationEnd), groups).to();
      if (calibrationEnd == null || !calibrationEnd.isBefore(observedTo)) {
        throw ProblemException.parameter(
            "calibrationEnd", "calibrationEnd is before the last day observed.");
      }
    }
    return new Scope(question, query, observedTo, calibrationEnd);
  }

  /** Reads the sales and fits; to be called while computing. */
  Fitted fit(Scope scope, DoubleConsumer progress) {
    var all = summariser(PurchaseHistories.Parameters.inWeeks(scope.observedTo()));
    LocalDate calibrationEnd = scope.calibrationEnd();
    var early =
        calibrationEnd == null
            ? null
            : summariser(PurchaseHistories.Parameters.inWeeks(calibrationEnd, scope.observedTo()));
    SalesPass.Tally tally =
        sales.read(
            scope.query(),
            sale -> {
              all.add(sale);
              if (early != null) {
                early.add(sale);
              }
            });
    PurchaseHistories<UUID> histories = all.finish();
    progress.accept(0.5);
    PurchaseModelFit purchases = PurchaseModelFit.of(histories.grouped(), scope.question().model());
    GammaGammaFit values = GammaGammaFit.of(RepeatValues.of(histories));
    progress.accept(0.7);
    ModelComparison comparison =
        early == null
            ? null
            : ModelComparison.of(
                early.finish(),
                List.of(ModelKind.values()),
                part -> progress.accept(0.7 + 0.3 * part));
    return new Fitted(scope, histories, purchases, values, comparison, tally);
  }

  private static PurchaseSummariser<UUID> summariser(PurchaseHistories.Parameters parameters) {
    return new PurchaseSummariser<>(CustomerOrder.ofUuids(), parameters);
  }

  /** How an answer came about. */
  About about(Fitted fitted, SmallGroups groups) {
    Scope scope = fitted.scope();
    SortedMap<String, String> stated = scope.question().stated();
    stated.put("observedTo", scope.observedTo().toString());
    if (scope.calibrationEnd() != null) {
      stated.put("calibrationEnd", scope.calibrationEnd().toString());
    }
    return answering
        .about(
            method(scope.question().model()),
            scope.query(),
            stated,
            fitted.tally(),
            fitted.histories().size(),
            groups)
        .plus(fitted.histories().leftOut(), groups);
  }
}
