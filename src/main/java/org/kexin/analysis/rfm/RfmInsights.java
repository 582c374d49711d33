package org.kexin.analysis.rfm;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Filters;
import org.kexin.analysis.RfmView;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.Insight.Why;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;

/** The scores and the segment of one customer, today. */
@ApplicationScoped
class RfmInsights implements InsightSource {

  static final String SCORE = "rfm-score";
  static final String SEGMENT = "rfm-segment";

  static final Reason NO_STANDING_MODEL =
      new Reason("NO_STANDING_MODEL", "No thresholds have been computed yet; they are every day.");
  static final Reason NO_THRESHOLDS =
      new Reason("NO_THRESHOLDS", "No customer bought anything to take thresholds of.");
  static final Reason NO_PURCHASE =
      new Reason("NO_PURCHASE", "The customer has not bought anything in this currency.");

  private static final String ANALYSIS = "rfm";
  private static final Answering.Method METHOD =
      new Answering.Method("RFM scores 1..5, 5 is best (R package rfm 0.3.0)", "1");

  private final StandingModel<RfmView> standing;
  private final SalesPass sales;
  private final Answering answering;

  RfmInsights(StandingRuns runs, SalesPass sales, Answering answering, ObjectMapper mapper) {
    this.standing = StandingModel.of(runs, mapper, ANALYSIS, RfmView.class);
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Optional<RfmView> latest = standing.latest();
    if (latest.isEmpty()) {
      return missing(NO_STANDING_MODEL);
    }
    About about = latest.get().about();
    RfmView.Thresholds thresholds = latest.get().thresholds();
    if (thresholds == null || about.currency() == null) {
      return missing(NO_THRESHOLDS);
    }
    LocalDate today = answering.today();
    Rfm.Method method = Rfm.Method.valueOf(about.stated("method"));
    return figures(customer, about, new Rfm.Parameters(method, null, today, segments())).stream()
        .findFirst()
        .map(own -> Rfm.score(own, decimals(thresholds), method, segments()))
        .map(score -> insights(score, about, today))
        .orElseGet(() -> missing(NO_PURCHASE));
  }

  private static SegmentTable segments() {
    return SegmentTable.ofRfmPackage();
  }

  private static List<Insight> missing(Reason reason) {
    return List.of(
        Insight.missing(SCORE, reason, METHOD), Insight.missing(SEGMENT, reason, METHOD));
  }

  /** The customer's own figures, with scores among nobody else; empty without an order. */
  private List<RfmResult.CustomerScore<UUID>> figures(
      UUID customer, About about, Rfm.Parameters parameters) {
    SalesQuery query =
        new SalesQuery(
            null,
            parameters.asOf(),
            SalesQuery.Returns.valueOf(about.stated("returns")),
            SalesQuery.Anonymous.EXCLUDED,
            Currency.getInstance(about.currency()),
            null,
            Filters.NONE);
    var accumulator = new Rfm.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
    sales.readOf(customer, query, accumulator::add);
    return accumulator.finish().scores();
  }

  private static RfmResult.Thresholds decimals(RfmView.Thresholds texts) {
    return new RfmResult.Thresholds(
        decimals(texts.recency()), decimals(texts.frequency()), decimals(texts.monetary()), null);
  }

  private static List<BigDecimal> decimals(List<String> texts) {
    return texts.stream().map(BigDecimal::new).toList();
  }

  private static List<Insight> insights(
      RfmResult.CustomerScore<UUID> score, About about, LocalDate today) {
    Map<String, String> stated = new TreeMap<>(about.parameters());
    stated.put("referenceDate", today.toString());
    List<Why> why =
        List.of(
            new Why(
                "RECENCY",
                "The last order was %d days ago: score %d of 5."
                    .formatted(score.recencyDays(), score.recencyScore())),
            new Why(
                "FREQUENCY",
                "%d orders: score %d of 5.".formatted(score.orders(), score.frequencyScore())),
            new Why(
                "MONETARY",
                "Together worth %s %s: score %d of 5."
                    .formatted(
                        score.amount().toPlainString(), about.currency(), score.monetaryScore())));
    return List.of(
        Insight.of(
            SCORE, String.valueOf(score.rfmScore()), null, why, METHOD, stated, about.asOf()),
        Insight.of(SEGMENT, score.segment(), null, why, METHOD, stated, about.asOf()));
  }
}
