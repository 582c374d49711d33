package org.kexin.analysis.identification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.analysis.insight.Insight.Why;

/** Why somebody is likely to buy, in words. */
final class ProspectWords {

  private static final int REASONS = 5;
  private static final int DECIMALS = 4;

  private ProspectWords() {}

  /** The weightiest contributions. */
  static List<Why> reasons(PropensityModel.Explanation explanation) {
    return explanation.reasons().stream()
        .filter(reason -> reason.logOdds() != 0)
        .limit(REASONS)
        .map(ProspectWords::why)
        .toList();
  }

  private static Why why(PropensityModel.Contribution reason) {
    String name = reason.feature();
    return new Why(
        name.replace('-', '_').toUpperCase(Locale.ROOT),
        "%s %d speaks %s it (log odds %s)."
            .formatted(
                name.replace('-', ' '),
                Features.readable(name, reason.value()),
                reason.logOdds() > 0 ? "for" : "against",
                rounded(reason.logOdds())));
  }

  static String rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
