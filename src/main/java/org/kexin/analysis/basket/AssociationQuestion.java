package org.kexin.analysis.basket;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.association.ItemsetParameters;
import org.kexin.analysis.algorithm.association.RuleParameters;
import org.kexin.shared.ProblemException;

/**
 * What is asked of baskets.
 *
 * @param limit rules, and sets, at most
 */
record AssociationQuestion(
    SalesQuery sales,
    BigDecimal support,
    BigDecimal confidence,
    By by,
    Per per,
    Consequents consequents,
    ItemsetParameters.Kind sets,
    RuleParameters.Order order,
    int limit) {

  private static final BigDecimal UNSET_SUPPORT = new BigDecimal("0.01");
  private static final BigDecimal UNSET_CONFIDENCE = new BigDecimal("0.25");
  private static final int MOST = 500;
  private static final int MOST_DECIMALS = 9;

  /** What is an item. */
  enum By {
    PRODUCT,
    CATEGORY
  }

  /** What is a basket. */
  enum Per {
    BASKET,
    CUSTOMER
  }

  /** How many items the right side of a rule has. */
  enum Consequents {
    ONE,
    ANY
  }

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static AssociationQuestion of(SalesParameters sales, AssociationParameters asked) {
    Per per = SalesQuery.word(Per.class, "per", asked.per(), Per.BASKET);
    int limit = Objects.requireNonNullElse(asked.limit(), MOST);
    if (limit < 1 || limit > MOST) {
      throw ProblemException.parameter("limit", "limit is 1 to 500.");
    }
    BigDecimal support = share("support", asked.support(), UNSET_SUPPORT);
    if (support.signum() == 0) {
      throw ProblemException.parameter("support", "support is above 0.");
    }
    return new AssociationQuestion(
        SalesQuery.of(
                sales,
                asked.to(),
                per == Per.CUSTOMER
                    ? "excluded"
                    : Objects.requireNonNullElse(asked.anonymous(), "included"))
            .within(asked.category()),
        support,
        share("confidence", asked.confidence(), UNSET_CONFIDENCE),
        SalesQuery.word(By.class, "by", asked.by(), By.PRODUCT),
        per,
        SalesQuery.word(Consequents.class, "consequents", asked.consequents(), Consequents.ONE),
        SalesQuery.word(
            ItemsetParameters.Kind.class, "sets", asked.sets(), ItemsetParameters.Kind.FREQUENT),
        SalesQuery.word(
            RuleParameters.Order.class, "order", asked.order(), RuleParameters.Order.LIFT),
        limit);
  }

  private static BigDecimal share(String name, @Nullable BigDecimal given, BigDecimal unset) {
    BigDecimal share = given == null ? unset : given;
    if (share.scale() > MOST_DECIMALS
        || share.signum() < 0
        || share.compareTo(BigDecimal.ONE) > 0) {
      throw ProblemException.parameter(name, name + " is 0 to 1 with at most nine decimals.");
    }
    return share;
  }

  /**
   * Refuses what would let two answers be subtracted: a period some days longer has a basket or two
   * more of a rule.
   *
   * @throws ProblemException {@code parameter-invalid} if groups only may be seen and a period is
   *     asked for
   */
  static void demandAll(SalesQuery sales, SmallGroups groups) {
    if (!groups.individualsAllowed() && (sales.from() != null || sales.to() != null)) {
      throw ProblemException.parameter(
          sales.from() == null ? "to" : "from", "For this role the period is all there is.");
    }
  }

  ItemsetParameters itemsets(ItemsetParameters.Kind kind) {
    ItemsetParameters unset = ItemsetParameters.defaults(support);
    return new ItemsetParameters(support, kind, unset.maximumLength(), unset.maximumSets());
  }

  /**
   * @param most rules to find, of which {@code limit} are given
   */
  RuleParameters rules(int most) {
    return new RuleParameters(
        itemsets(ItemsetParameters.Kind.FREQUENT),
        confidence,
        consequents == Consequents.ONE
            ? RuleParameters.Consequents.ONE_ITEM
            : RuleParameters.Consequents.ANY_SIZE,
        false,
        order,
        most);
  }

  /** What an answer says among its parameters. */
  Map<String, String> stated() {
    Map<String, String> stated = new TreeMap<>();
    stated.put("support", support.toPlainString());
    stated.put("confidence", confidence.toPlainString());
    stated.put("by", by.name());
    stated.put("per", per.name());
    stated.put("consequents", consequents.name());
    stated.put("sets", sets.name());
    stated.put("order", order.name());
    stated.put("limit", String.valueOf(limit));
    stated.put("longestSet", String.valueOf(itemsets(sets).maximumLength()));
    return stated;
  }
}
