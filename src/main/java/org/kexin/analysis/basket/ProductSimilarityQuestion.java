package org.kexin.analysis.basket;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.association.SimilarityParameters.Similarity;
import org.kexin.analysis.basket.AssociationQuestion.Per;
import org.kexin.shared.ProblemException;

/**
 * What is asked of the likeness of products.
 *
 * @param minimumCommon customers, or baskets, that two products must share
 * @param products compared at most
 * @param neighbours of each at most
 */
record ProductSimilarityQuestion(
    SalesQuery sales,
    Per per,
    Similarity similarity,
    int minimumCommon,
    int products,
    int neighbours) {

  private static final int MOST_COMMON = 1_000_000;
  private static final int MOST_PRODUCTS = 1_000;
  private static final int MOST_NEIGHBOURS = 20;
  private static final int USUAL = 10;

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static ProductSimilarityQuestion of(SalesParameters sales, ProductSimilarityParameters asked) {
    Per per = SalesQuery.word(Per.class, "per", asked.per(), Per.CUSTOMER);
    return new ProductSimilarityQuestion(
        SalesQuery.of(sales, asked.to(), per == Per.CUSTOMER ? "excluded" : "included"),
        per,
        SalesQuery.word(Similarity.class, "similarity", asked.similarity(), Similarity.COSINE),
        number("minimumCommon", asked.minimumCommon(), USUAL, MOST_COMMON),
        number("products", asked.products(), MOST_PRODUCTS, MOST_PRODUCTS),
        number("neighbours", asked.neighbours(), USUAL, MOST_NEIGHBOURS));
  }

  private static int number(String name, @Nullable Integer given, int unset, int most) {
    int number = given == null ? unset : given;
    if (number < 1 || number > most) {
      throw ProblemException.parameter(name, "%s is 1 to %d.".formatted(name, most));
    }
    return number;
  }

  /** What an answer says among its parameters. */
  Map<String, String> stated() {
    Map<String, String> stated = new TreeMap<>();
    stated.put("per", per.name());
    stated.put("similarity", similarity.name());
    stated.put("minimumCommon", String.valueOf(minimumCommon));
    stated.put("products", String.valueOf(products));
    stated.put("neighbours", String.valueOf(neighbours));
    stated.put("mostPairs", String.valueOf(ProductSimilarityAnalysis.MOST_STEPS));
    return stated;
  }
}
