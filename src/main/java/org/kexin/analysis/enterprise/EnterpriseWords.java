package org.kexin.analysis.enterprise;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.ratio.CreditGrade;
import org.kexin.analysis.algorithm.ratio.CreditPolicy;
import org.kexin.analysis.algorithm.ratio.EnterpriseRatios;
import org.kexin.analysis.algorithm.ratio.Ratio;
import org.kexin.analysis.insight.Insight;
import org.kexin.customer.finance.ReportedStatement;

/**
 * A credit grade as insights: which ratio has which value, and what it takes to earn how much.
 *
 * @param policy that the grade was made by
 * @param recordedAt when the newest statement was last changed
 */
record EnterpriseWords(
    CreditGrade grade, CreditPolicy policy, Map<String, String> parameters, Instant recordedAt) {

  static final Answering.Method METHOD =
      new Answering.Method(EnterpriseRatios.METHOD + "; " + CreditGrade.METHOD, "1");

  private static final int HUNDRED = 100;

  /** What the method was given, but for the figures. */
  static Map<String, String> parameters(
      ReportedStatement newest,
      @Nullable ReportedStatement opening,
      CreditPolicy policy,
      int orders,
      LocalDate today) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("policy", policy.version());
    parameters.put("minimumCoverage", plain(policy.minimumCoverage()));
    parameters.put("periodEnd", newest.period().end().toString());
    parameters.put("months", String.valueOf(newest.period().months()));
    parameters.put("currency", newest.currency().getCurrencyCode());
    parameters.put("basis", newest.basis().name());
    if (opening != null) {
      parameters.put("openingPeriodEnd", opening.period().end().toString());
    }
    parameters.put("dueOrders", String.valueOf(orders));
    parameters.put("observedTo", today.toString());
    return parameters;
  }

  /** The grade, with a reason for each ratio. */
  Insight grade(String code) {
    List<Insight.Why> reasons = new ArrayList<>(missing());
    grade.parts().stream()
        .sorted(Comparator.comparingDouble(EnterpriseWords::known).reversed())
        .map(this::why)
        .forEach(reasons::add);
    return insight(code, grade.grade().value(), null, reasons);
  }

  /** The score, with a reason for each aspect. */
  Insight strength(String code) {
    Double score = grade.score().value();
    List<Insight.Why> reasons = new ArrayList<>(missing());
    for (Ratio.Aspect aspect : Ratio.Aspect.values()) {
      reasons.add(why(aspect));
    }
    return insight(
        code, score == null ? null : rounded(score), score == null ? null : "of 0 to 100", reasons);
  }

  private Insight insight(
      String code, @Nullable String value, @Nullable String unit, List<Insight.Why> reasons) {
    return new Insight(
        code,
        value,
        unit,
        reasons,
        METHOD.name(),
        METHOD.version(),
        new TreeMap<>(parameters),
        recordedAt);
  }

  /** Why there is no grade, with the threshold. */
  private List<Insight.Why> missing() {
    Reason reason = grade.grade().reason();
    return reason == null
        ? List.of()
        : List.of(
            new Insight.Why(
                reason.code(),
                "Ratios with %s of 100 of the weights are known; it takes %s."
                    .formatted(
                        rounded(grade.coverage() * HUNDRED),
                        rounded(policy.minimumCoverage() * HUNDRED))));
  }

  /** Those that weigh most come first, those that are not known last. */
  private static double known(CreditGrade.Part part) {
    return part.value().value() == null ? -1 / part.weight() : part.weight();
  }

  private Insight.Why why(CreditGrade.Part part) {
    String said =
        part.value().value() == null
            ? "%s: %s".formatted(part.ratio().formula(), part.reason().detail())
            : part.reason().detail();
    return new Insight.Why(
        part.ratio().name(),
        "%s Weight %s; %s.".formatted(said, plain(part.weight()), bands(part.ratio())));
  }

  private String bands(Ratio ratio) {
    CreditPolicy.RatioRule rule =
        policy.rules().stream().filter(it -> it.ratio() == ratio).findFirst().orElseThrow();
    return rule.bands().stream()
        .map(band -> "%s from %s".formatted(plain(band.points()), plain(band.from())))
        .collect(Collectors.joining(", ", plain(rule.pointsBelow()) + " points at first, ", ""));
  }

  private Insight.Why why(Ratio.Aspect aspect) {
    double weights = 0;
    double earned = 0;
    List<String> unknown = new ArrayList<>();
    for (CreditGrade.Part part : grade.parts()) {
      Double points = part.points().value();
      if (part.ratio().aspect() == aspect && points != null) {
        weights += part.weight();
        earned += part.weight() * points;
      } else if (part.ratio().aspect() == aspect) {
        unknown.add(part.ratio().name());
      }
    }
    String left = unknown.isEmpty() ? "" : " Not known: " + String.join(", ", unknown) + ".";
    return new Insight.Why(
        aspect.name(),
        weights == 0
            ? "No ratio of it is known." + left
            : "Earns %s of 100 points with a weight of %s.%s"
                .formatted(rounded(earned / weights), plain(weights), left));
  }

  private static String rounded(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
