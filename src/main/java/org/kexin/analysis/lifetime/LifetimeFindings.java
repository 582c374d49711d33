package org.kexin.analysis.lifetime;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.lifetime.Convergence;
import org.kexin.analysis.algorithm.lifetime.ExpectedTotals;
import org.kexin.analysis.algorithm.lifetime.GammaGamma;
import org.kexin.analysis.algorithm.lifetime.GammaGammaFit;
import org.kexin.analysis.algorithm.lifetime.ModelComparison;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseModel;
import org.kexin.analysis.algorithm.lifetime.PurchaseModelFit;

/** Fitted models as an answer, without the figures of groups that are too small to show. */
final class LifetimeFindings {

  static final String DEFINITION =
      "A purchase is a day with at least one order. A month is 52/12 weeks, that is 30 1/3 days."
          + " Value is what the purchases of the months ahead are worth, times the margin, those of"
          + " month i divided by (1 + discount) to the power of i. What was earned before is not in"
          + " it.";

  static final String CAUTION =
      "Under BG/NBD nobody can leave before the second purchase, so the probability of being active"
          + " is 1 for everybody who bought once, however long ago: that is an assumption, not"
          + " evidence. MBG/NBD and Pareto/NBD do not assume it. Look at the day of the last"
          + " purchase too.";

  private static final List<String> VALUE_PARAMETERS = List.of("p", "q", "v");

  private LifetimeFindings() {}

  static LifetimeView view(
      About about,
      LifetimeModels.Fitted fitted,
      @Nullable ExpectedTotals expected,
      SmallGroups groups) {
    boolean shown = mayShow(fitted.histories(), groups);
    ModelComparison comparison = fitted.comparison();
    boolean hasValues = fitted.values().model().value() != null;
    return new LifetimeView(
        about,
        DEFINITION,
        CAUTION,
        purchases(fitted.purchases(), shown, groups),
        values(fitted.values(), groups),
        expected == null || !shown ? null : expectation(expected, hasValues, groups),
        comparison == null ? null : holdOut(comparison, groups));
  }

  /** Those who came back decide the fit, so they are not too few either. */
  private static boolean mayShow(PurchaseHistories<?> histories, SmallGroups groups) {
    long back =
        IntStream.range(0, histories.size())
            .filter(row -> histories.history(row).repeats() > 0)
            .count();
    return groups.shows(histories.size()) && groups.shows(back);
  }

  private static LifetimeView.PurchaseModelView purchases(
      PurchaseModelFit fit, boolean shown, SmallGroups groups) {
    PurchaseModel model = fit.model().value();
    return new LifetimeView.PurchaseModelView(
        fit.kind().name(),
        model == null || !shown ? List.of() : parameters(model, fit.standardErrors()),
        shown ? fit.logLikelihood().value() : null,
        name(fit.convergence()),
        groups.show(fit.customers(), fit.customers()),
        model == null ? reason(fit.model()) : shown ? null : groups.reason());
  }

  private static List<LifetimeView.ModelParameter> parameters(
      PurchaseModel model, List<Double> errors) {
    List<PurchaseModel.Parameter> parameters = model.parameters();
    return IntStream.range(0, parameters.size())
        .mapToObj(
            i ->
                new LifetimeView.ModelParameter(
                    parameters.get(i).name(), parameters.get(i).value(), at(errors, i)))
        .toList();
  }

  private static LifetimeView.ValueModelView values(GammaGammaFit fit, SmallGroups groups) {
    GammaGamma model = fit.model().value();
    List<Long> sizes =
        List.of(
            fit.customers(),
            count(fit, GammaGammaFit.CUSTOMERS_WITHOUT_REPEATS.code()),
            count(fit, GammaGammaFit.CUSTOMERS_WITHOUT_POSITIVE_VALUE.code()));
    List<Boolean> counts = groups.shown(sizes, Long::longValue);
    boolean shown = groups.shows(fit.customers());
    return new LifetimeView.ValueModelView(
        model == null || !shown
            ? List.of()
            : parameters(List.of(model.p(), model.q(), model.v()), fit.standardErrors()),
        shown ? fit.logLikelihood().value() : null,
        name(fit.convergence()),
        shown ? fit.correlation().value() : null,
        model == null || !shown ? null : money(model.populationMean().value()),
        counts.get(0) ? sizes.get(0) : null,
        counts.get(1) ? sizes.get(1) : null,
        counts.get(2) ? sizes.get(2) : null,
        model == null ? reason(fit.model()) : shown ? null : groups.reason());
  }

  private static List<LifetimeView.ModelParameter> parameters(
      List<Double> values, List<Double> errors) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                new LifetimeView.ModelParameter(
                    VALUE_PARAMETERS.get(i), values.get(i), at(errors, i)))
        .toList();
  }

  private static long count(GammaGammaFit fit, String code) {
    return fit.leftOut().stream()
        .filter(it -> it.reason().code().equals(code))
        .mapToLong(LeftOut::count)
        .sum();
  }

  private static LifetimeView.LifetimeExpectation expectation(
      ExpectedTotals expected, boolean hasValues, SmallGroups groups) {
    return new LifetimeView.LifetimeExpectation(
        expected.active(),
        part(expected.activeByAssumption(), expected.customers(), groups),
        expected.purchases(),
        hasValues ? money(expected.lifetimeValue()) : null,
        part(expected.withoutValue(), expected.customers(), groups),
        expected.months().stream()
            .map(
                month ->
                    new LifetimeView.LifetimeMonth(
                        month.number(), month.purchases(), hasValues ? money(month.value()) : null))
            .toList());
  }

  /** A part of a whole that is shown too, so neither it nor the rest may be too small. */
  private static @Nullable Long part(long customers, long whole, SmallGroups groups) {
    return groups.shows(customers) && groups.shows(whole - customers) ? customers : null;
  }

  private static LifetimeView.HoldOutView holdOut(ModelComparison comparison, SmallGroups groups) {
    List<ModelComparison.FrequencyClass> actual = comparison.actual();
    long customers = comparison.customers();
    long back = customers - (actual.isEmpty() ? 0 : actual.getFirst().customers());
    boolean shown = groups.shows(customers) && groups.shows(back);
    List<Boolean> classes = groups.shown(actual, ModelComparison.FrequencyClass::customers);
    return new LifetimeView.HoldOutView(
        comparison.time(),
        groups.show(customers, customers),
        shown ? comparison.actualTotal() : null,
        shown ? best(comparison) : null,
        comparison.models().stream().map(model -> holdOut(model, shown, groups)).toList(),
        IntStream.range(0, actual.size())
            .mapToObj(i -> holdOutClass(comparison, i, shown && classes.get(i)))
            .toList());
  }

  private static LifetimeView.HoldOutModel holdOut(
      ModelComparison.HoldOut model, boolean shown, SmallGroups groups) {
    return new LifetimeView.HoldOutModel(
        purchases(model.fit(), shown, groups),
        shown ? model.predictedTotal().value() : null,
        shown ? model.meanAbsoluteError().value() : null,
        shown ? model.rootMeanSquareError().value() : null);
  }

  /** By mean absolute error, the first of equal ones. */
  private static @Nullable String best(ModelComparison comparison) {
    return comparison.models().stream()
        .filter(model -> model.meanAbsoluteError().value() != null)
        .filter(model -> model.fit().convergence() != Convergence.NOT_CONVERGED)
        .min(Comparator.comparingDouble(model -> model.meanAbsoluteError().orElseThrow()))
        .map(model -> model.fit().kind().name())
        .orElse(null);
  }

  private static LifetimeView.HoldOutClass holdOutClass(
      ModelComparison comparison, int index, boolean shown) {
    ModelComparison.FrequencyClass actual = comparison.actual().get(index);
    return new LifetimeView.HoldOutClass(
        actual.repeatsFrom(),
        shown ? actual.customers() : null,
        shown ? actual.meanPurchases().value() : null,
        comparison.models().stream()
            .map(
                model ->
                    new LifetimeView.HoldOutMean(
                        model.fit().kind().name(),
                        shown && !model.predicted().isEmpty()
                            ? model.predicted().get(index).meanPurchases().value()
                            : null))
            .toList());
  }

  private static @Nullable Double at(List<Double> errors, int index) {
    return index < errors.size() ? errors.get(index) : null;
  }

  private static @Nullable String name(@Nullable Convergence convergence) {
    return convergence == null ? null : convergence.name();
  }

  private static String reason(Measure<?> missing) {
    return Objects.requireNonNull(missing.reason()).detail();
  }

  private static @Nullable String money(@Nullable Double amount) {
    return amount == null ? null : OutlookWords.number(amount);
  }
}
