package org.kexin.analysis.distribution;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.shared.ProblemException;

/**
 * What a distribution is asked: of an attribute or of a quantity, one of which is null.
 *
 * @param sales whose consumption is looked at
 */
record DistributionQuestion(
    @Nullable Attribute attribute, @Nullable Quantity quantity, SalesQuery sales) {

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static DistributionQuestion of(SalesParameters sales, DistributionParameters wanted) {
    Quantity quantity = quantity(wanted.attribute());
    return new DistributionQuestion(
        quantity == null ? Attribute.named("attribute", wanted.attribute()) : null,
        quantity,
        SalesQuery.of(sales, wanted.to(), null));
  }

  /**
   * Refuses what would let groups be subtracted: in a slightly longer period a group may have the
   * orders of one customer more, though all groups together have those of k more.
   *
   * @throws ProblemException {@code parameter-invalid} if a period or returns are asked for by who
   *     may not see individuals
   */
  void demandWhole(SmallGroups groups) {
    if (groups.individualsAllowed()) {
      return;
    }
    if (sales.from() != null || sales.to() != null) {
      throw ProblemException.parameter(
          sales.from() == null ? "to" : "from",
          "Groups are shown to this role over all sales of the cut only; leave the period out.");
    }
    if (sales.returns() == SalesQuery.Returns.DEDUCTED) {
      throw ProblemException.parameter(
          "returns", "Groups are shown to this role without returns only.");
    }
  }

  private static @Nullable Quantity quantity(@Nullable String name) {
    String word = name == null ? "" : name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Quantity.values())
        .filter(it -> it.name().equals(word))
        .findFirst()
        .orElse(null);
  }
}
