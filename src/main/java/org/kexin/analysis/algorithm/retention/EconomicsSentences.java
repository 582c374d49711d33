package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.retention.EconomicsResult.Part;

/** Writes the sum of the economics as sentences; a figure that is missing has none. */
final class EconomicsSentences {

  private static final int PER_CENT_DECIMALS = 2;
  private static final int FACTOR_DECIMALS = 4;

  private EconomicsSentences() {}

  /**
   * @param pairs of complete periods the retention rate is of
   */
  static EconomicsResult addTo(EconomicsResult result, long pairs) {
    return new EconomicsResult(
        result.method(),
        result.parameters(),
        result.acquisitions(),
        result.costPerNewCustomer(),
        result.customers(),
        result.marginPerRetainedCustomer(),
        result.now(),
        result.raised(),
        result.gainPerCustomer(),
        result.gain(),
        parts(result, pairs));
  }

  private static List<Part> parts(EconomicsResult result, long pairs) {
    List<Part> parts = new ArrayList<>();
    Double rate = result.now().retentionRate().value();
    Double raised = result.raised().retentionRate().value();
    if (rate != null && raised != null) {
      parts.add(
          new Part(
              "RETENTION",
              "%s %% of the customers of a period bought in the next one, over %d pairs of periods; %s %% are assumed."
                  .formatted(perCent(rate), pairs, perCent(raised))));
    }
    addMoney(
        parts,
        "MARGIN",
        "A retained customer brings a margin of %s a period.",
        result.marginPerRetainedCustomer());
    addPeriods(parts, result);
    addMoney(
        parts,
        "GAIN_PER_CUSTOMER",
        "The difference is worth %s for each customer.",
        result.gainPerCustomer());
    BigDecimal gain = result.gain().value();
    Long customers = result.customers().value();
    if (gain != null && customers != null) {
      parts.add(
          new Part(
              "GAIN",
              "For the %d customers of the last complete period that is %s."
                  .formatted(customers, gain.toPlainString())));
    }
    addMoney(
        parts, "ACQUISITION", "A new customer has cost %s to win.", result.costPerNewCustomer());
    return parts;
  }

  private static void addPeriods(List<Part> parts, EconomicsResult result) {
    Double now = result.now().periods().value();
    Double raised = result.raised().periods().value();
    if (now != null && raised != null) {
      parts.add(
          new Part(
              "PERIODS",
              "Over %d periods, discounted by %s %% each, a customer brings %s such margins now and %s then."
                  .formatted(
                      result.parameters().horizon(),
                      perCent(result.parameters().discountRate().doubleValue()),
                      factor(now),
                      factor(raised))));
    }
  }

  private static void addMoney(
      List<Part> parts, String code, String sentence, Measure<BigDecimal> amount) {
    BigDecimal value = amount.value();
    if (value != null) {
      parts.add(new Part(code, sentence.formatted(value.toPlainString())));
    }
  }

  private static String perCent(double share) {
    return BigDecimal.valueOf(share)
        .movePointRight(2)
        .setScale(PER_CENT_DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String factor(double periods) {
    return BigDecimal.valueOf(periods)
        .setScale(FACTOR_DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
