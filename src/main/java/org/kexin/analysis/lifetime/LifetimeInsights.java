package org.kexin.analysis.lifetime;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Filters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.lifetime.GammaGamma;
import org.kexin.analysis.algorithm.lifetime.LifetimeValue;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistory;
import org.kexin.analysis.algorithm.lifetime.PurchaseModel;
import org.kexin.analysis.algorithm.lifetime.PurchaseSummariser;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.Insight.Why;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;

/**
 * What one customer will still buy, by the standing model and the customer's own purchases up to
 * today.
 */
@ApplicationScoped
class LifetimeInsights implements InsightSource {

  static final String ACTIVE = "active-probability";
  static final String CHURN = "churn-tendency";
  static final String PURCHASES = "expected-purchases";
  static final String VALUE = "lifetime-value";

  static final Reason NO_STANDING_MODEL =
      new Reason("NO_STANDING_MODEL", "No model has been computed yet; one is made every day.");
  static final Reason NO_MODEL =
      new Reason("NO_MODEL", "The sales of all customers do not determine a model.");
  static final Reason NO_VALUE_MODEL =
      new Reason("NO_VALUE_MODEL", "The sales of all customers do not determine a value.");
  static final Reason NO_PURCHASE =
      new Reason("NO_PURCHASE", "The customer has not bought anything in this currency.");

  private static final List<String> CODES = List.of(ACTIVE, CHURN, PURCHASES, VALUE);
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final double DAYS_PER_WEEK = 7;

  private final StandingModel<LifetimeView> standing;
  private final SalesPass sales;
  private final Answering answering;

  LifetimeInsights(StandingRuns runs, SalesPass sales, Answering answering, ObjectMapper mapper) {
    this.standing = StandingModel.of(runs, mapper, LifetimeAnalysis.NAME, LifetimeView.class);
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Answering.Method unknown = LifetimeModels.method(ModelKind.MBG_NBD);
    Optional<LifetimeView> latest = standing.latest();
    if (latest.isEmpty()) {
      return missing(NO_STANDING_MODEL, unknown);
    }
    LifetimeView view = latest.get();
    Answering.Method method = LifetimeModels.method(ModelKind.valueOf(view.purchases().model()));
    if (view.purchases().parameters().isEmpty() || view.about().currency() == null) {
      return missing(NO_MODEL, method);
    }
    LocalDate today = answering.today();
    PurchaseHistories<UUID> own = own(customer, view.about(), today);
    return own.size() == 0
        ? missing(NO_PURCHASE, method)
        : new Outlook(view, own, today, method).insights();
  }

  private static List<Insight> missing(Reason reason, Answering.Method method) {
    return CODES.stream().map(code -> Insight.missing(code, reason, method)).toList();
  }

  private PurchaseHistories<UUID> own(UUID customer, About about, LocalDate today) {
    SalesQuery query =
        new SalesQuery(
            null,
            today,
            SalesQuery.Returns.valueOf(about.stated("returns")),
            SalesQuery.Anonymous.EXCLUDED,
            Currency.getInstance(about.currency()),
            null,
            Filters.NONE);
    PurchaseSummariser<UUID> summariser =
        new PurchaseSummariser<>(
            CustomerOrder.ofUuids(), PurchaseHistories.Parameters.inWeeks(today));
    sales.readOf(customer, query, summariser::add);
    return summariser.finish();
  }

  /** One customer under the standing model. */
  private static final class Outlook {
    private final LifetimeView view;
    private final PurchaseHistory history;
    private final double meanRepeatValue;
    private final Answering.Method method;
    private final PurchaseModel model;
    private final Map<String, String> stated = new TreeMap<>();
    private final List<Why> reasons;

    Outlook(
        LifetimeView view, PurchaseHistories<UUID> own, LocalDate today, Answering.Method method) {
      this.view = view;
      this.history = own.history(0);
      this.meanRepeatValue = own.meanRepeatValue(0);
      this.method = method;
      this.model =
          PurchaseModel.of(
              ModelKind.valueOf(view.purchases().model()), values(view.purchases().parameters()));
      this.reasons =
          List.of(
              OutlookRows.lastPurchase(OutlookRows.days(history.sinceLastPurchase())),
              OutlookRows.purchaseDays(history.repeats()));
      view.about().parameters().forEach(stated::put);
      stated.put("observedTo", today.toString());
    }

    private static double[] values(List<LifetimeView.ModelParameter> parameters) {
      return parameters.stream().mapToDouble(LifetimeView.ModelParameter::value).toArray();
    }

    List<Insight> insights() {
      return List.of(active(), churn(), purchases(), value());
    }

    private Insight active() {
      double alive = model.probabilityAlive(history);
      List<Why> why = new ArrayList<>(reasons);
      if (!model.aliveIsEvidence(history)) {
        why.add(new Why("ALIVE_BY_ASSUMPTION", LifetimeFindings.CAUTION));
      }
      return insight(ACTIVE, OutlookWords.probability(alive), "probability", why);
    }

    private Insight churn() {
      if (!model.aliveIsEvidence(history)) {
        return Insight.missing(
            CHURN, new Reason("ALIVE_BY_ASSUMPTION", LifetimeFindings.CAUTION), method);
      }
      double alive = model.probabilityAlive(history);
      List<Why> why = new ArrayList<>();
      why.add(OutlookRows.active(alive));
      why.addAll(reasons);
      Map<String, String> parameters = new TreeMap<>(stated);
      parameters.put("lowFrom", String.valueOf(OutlookWords.Churn.LOW_FROM));
      parameters.put("mediumFrom", String.valueOf(OutlookWords.Churn.MEDIUM_FROM));
      return Insight.of(
          CHURN,
          OutlookWords.Churn.of(alive).word(),
          null,
          why,
          method,
          parameters,
          view.about().asOf());
    }

    private Insight purchases() {
      double weeks = parameters().months() * LifetimeValue.DAYS_PER_MONTH / DAYS_PER_WEEK;
      double expected = model.expectedPurchases(history, weeks);
      return insight(PURCHASES, OutlookWords.number(expected), "purchases", withActive());
    }

    private Insight value() {
      double[] fitted = values(view.values().parameters());
      if (fitted.length == 0) {
        return Insight.missing(VALUE, NO_VALUE_MODEL, method);
      }
      GammaGamma values = new GammaGamma(fitted[0], fitted[1], fitted[2]);
      Measure<Double> value =
          new LifetimeValue(model, values, parameters(), DAYS_PER_WEEK)
              .of(history, meanRepeatValue);
      Reason reason = value.reason();
      return reason != null
          ? Insight.missing(VALUE, reason, method)
          : insight(
              VALUE,
              OutlookWords.number(value.orElseThrow()),
              view.about().currency(),
              withActive());
    }

    private List<Why> withActive() {
      List<Why> why = new ArrayList<>(reasons);
      why.add(OutlookRows.active(model.probabilityAlive(history)));
      return why;
    }

    private LifetimeValue.Parameters parameters() {
      return new LifetimeValue.Parameters(
          Integer.parseInt(stated.get("months")),
          new BigDecimal(stated.get("discountPercent")).divide(PERCENT).doubleValue(),
          new BigDecimal(stated.get("marginPercent")).divide(PERCENT).doubleValue());
    }

    private Insight insight(String code, String value, @Nullable String unit, List<Why> why) {
      return Insight.of(code, value, unit, why, method, stated, view.about().asOf());
    }
  }
}
