package org.kexin.analysis.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.satisfaction.LoyaltyFacts;
import org.kexin.analysis.algorithm.satisfaction.LoyaltyIndex;
import org.kexin.analysis.algorithm.satisfaction.LoyaltyPolicy;
import org.kexin.analysis.algorithm.satisfaction.Scale;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.loyalty.ReferralReader;
import org.kexin.survey.OpinionReader;
import org.kexin.survey.OpinionReader.LastAnswer;
import org.kexin.survey.QuestionType;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SalesReader;

/** What a customer last said under their name, and how loyal they show themselves. */
@ApplicationScoped
class SatisfactionInsights implements InsightSource {

  private static final String INDEX = "loyalty-index";
  private static final Answering.Method LOYALTY = new Answering.Method(LoyaltyIndex.METHOD, "1");

  private final OpinionReader opinions;
  private final SalesReader sales;
  private final ReferralReader referrals;
  private final Answering answering;

  SatisfactionInsights(
      OpinionReader opinions, SalesReader sales, ReferralReader referrals, Answering answering) {
    this.opinions = opinions;
    this.sales = sales;
    this.referrals = referrals;
    this.answering = answering;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Map<QuestionType, LastAnswer> last = opinions.lastOf(customer);
    List<Insight> insights = new ArrayList<>();
    for (Scale scale : Scale.values()) {
      LastAnswer answer = last.get(QuestionType.valueOf(scale.name()));
      if (answer != null) {
        insights.add(said(scale, answer));
      }
    }
    insights.add(loyalty(customer, last.get(QuestionType.NPS)));
    return insights;
  }

  private static Insight said(Scale scale, LastAnswer answer) {
    LocalDate day = LocalDate.ofInstant(answer.submittedAt(), ZoneOffset.UTC);
    return Insight.of(
        "satisfaction-" + scale.name().toLowerCase(Locale.ROOT),
        String.valueOf(answer.score()),
        "of %d to %d".formatted(scale.lowest(), scale.highest()),
        List.of(
            new Insight.Why(
                "LAST_ANSWER",
                "On %s (UTC) the customer answered %d of %d to %d, under their name."
                    .formatted(day, answer.score(), scale.lowest(), scale.highest()))),
        new Answering.Method(scale.method(), "1"),
        Map.of("surveyId", answer.surveyId().toString()),
        answer.submittedAt());
  }

  private Insight loyalty(UUID customer, @Nullable LastAnswer recommendation) {
    List<LocalDate> days = new ArrayList<>();
    Instant[] newest = new Instant[1];
    sales.streamOf(
        customer,
        null,
        row -> {
          if (row.kind() == Kind.ORDER) {
            days.add(LocalDate.ofInstant(row.occurredAt(), answering.zone()));
          }
          newest[0] =
              newest[0] == null || row.recordedAt().isAfter(newest[0])
                  ? row.recordedAt()
                  : newest[0];
        });
    LocalDate reference = answering.today();
    LoyaltyFacts facts =
        LoyaltyFacts.of(
            days,
            reference,
            recommendation == null ? null : recommendation.score(),
            referrals.broughtBy(customer));
    LoyaltyPolicy policy = LoyaltyPolicy.standard();
    LoyaltyIndex index = LoyaltyIndex.of(facts, policy);
    Double value = index.value().value();
    List<Insight.Why> reasons = reasons(index);
    return new Insight(
        INDEX,
        value == null ? null : String.format(Locale.ROOT, "%.1f", value),
        value == null ? null : "of 0 to 100",
        reasons,
        LOYALTY.name(),
        LOYALTY.version(),
        parameters(index, reference),
        newest[0]);
  }

  /** The component that gives most comes first, those that are not known last. */
  private static List<Insight.Why> reasons(LoyaltyIndex index) {
    List<Insight.Why> reasons = new ArrayList<>();
    if (index.value().reason() != null) {
      reasons.add(Insight.Why.of(index.value().reason()));
    }
    Map<LoyaltyPolicy.Component, Double> given = new EnumMap<>(LoyaltyPolicy.Component.class);
    index
        .parts()
        .forEach(
            part -> {
              Double points = part.contribution().value();
              given.put(part.component(), points == null ? -1 : points);
            });
    index.parts().stream()
        .sorted(
            (one, other) ->
                Double.compare(
                    given.getOrDefault(other.component(), -1.0),
                    given.getOrDefault(one.component(), -1.0)))
        .map(part -> Insight.Why.of(part.reason()))
        .forEach(reasons::add);
    return reasons;
  }

  private static java.util.SortedMap<String, String> parameters(
      LoyaltyIndex index, LocalDate reference) {
    return new java.util.TreeMap<>(
        Map.of(
            "policy", index.policyVersion(),
            "coverage", String.format(Locale.ROOT, "%.2f", index.coverage()),
            "referenceDate", reference.toString()));
  }
}
