package org.kexin.analysis.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Bought;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.grading.GradingFact;
import org.kexin.loyalty.MembershipReader.Standing;

/** The facts that customers are graded by. */
final class GradeFacts {

  /** Without an order there is no score; revenue and orders are known to be none. */
  static final Map<GradingFact, BigDecimal> NOTHING_BOUGHT =
      Map.of(GradingFact.REVENUE, BigDecimal.ZERO, GradingFact.ORDERS, BigDecimal.ZERO);

  private static final int HIGHEST = 5;

  private GradeFacts() {}

  /** Of one of all customers, who were scored together. */
  static Map<GradingFact, BigDecimal> of(RfmResult.CustomerScore<UUID> scored) {
    return facts(
        scored.orders(),
        scored.amount(),
        scored.recencyScore(),
        scored.frequencyScore(),
        scored.monetaryScore());
  }

  /** Of one customer alone, by the bounds that all of them gave. */
  static Map<GradingFact, BigDecimal> of(
      Bought bought, GradesView.ScoreBounds bounds, LocalDate referenceDate) {
    LocalDate last = bought.lastOrder();
    if (last == null) {
      return NOTHING_BOUGHT;
    }
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(last, referenceDate));
    return facts(
        bought.orders(),
        bought.revenue(),
        HIGHEST - reached(bounds.recency(), days),
        1 + reached(bounds.frequency(), BigDecimal.valueOf(bought.orders())),
        1 + reached(bounds.monetary(), bought.revenue()));
  }

  /**
   * With what a membership adds.
   *
   * @param member null for who is none, of whom neither points nor a level are known
   */
  static Map<GradingFact, BigDecimal> with(
      Map<GradingFact, BigDecimal> facts, @Nullable Standing member) {
    if (member == null) {
      return facts;
    }
    Map<GradingFact, BigDecimal> all = new EnumMap<>(facts);
    all.put(GradingFact.POINTS, BigDecimal.valueOf(member.points()));
    all.put(GradingFact.MEMBERSHIP_LEVEL, BigDecimal.valueOf(member.level()));
    return all;
  }

  private static Map<GradingFact, BigDecimal> facts(
      long orders, BigDecimal revenue, int recency, int frequency, int monetary) {
    Map<GradingFact, BigDecimal> facts = new EnumMap<>(GradingFact.class);
    facts.put(GradingFact.RECENCY_SCORE, BigDecimal.valueOf(recency));
    facts.put(GradingFact.FREQUENCY_SCORE, BigDecimal.valueOf(frequency));
    facts.put(GradingFact.MONETARY_SCORE, BigDecimal.valueOf(monetary));
    facts.put(GradingFact.REVENUE, revenue);
    facts.put(GradingFact.ORDERS, BigDecimal.valueOf(orders));
    return facts;
  }

  private static int reached(List<String> bounds, BigDecimal value) {
    return (int) bounds.stream().filter(it -> value.compareTo(new BigDecimal(it)) >= 0).count();
  }
}
