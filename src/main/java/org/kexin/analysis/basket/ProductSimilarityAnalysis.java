package org.kexin.analysis.basket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;

/**
 * Which products the same customers buy. Its answer to no question in particular is, beside the
 * rules, what offers come from.
 */
@ApplicationScoped
class ProductSimilarityAnalysis implements LongAnalysis<ProductSimilarityQuestion> {

  /** Its name among the analyses. */
  static final String NAME = "product-similarities";

  /** Pairs of products of one customer counted at most: some seconds of work. */
  static final long MOST_STEPS = 4_000_000_000L;

  private static final Answering.Method METHOD =
      new Answering.Method(
          "Item similarity of binary data (Sarwar et al. 2001; Deshpande & Karypis 2004)", "1");

  private final SalesPass sales;
  private final Answering answering;

  ProductSimilarityAnalysis(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isStanding() {
    return true;
  }

  @Override
  public ProductSimilarityQuestion question(Asked asked) {
    return ProductSimilarityQuestion.of(
        SalesParameters.of(asked), ProductSimilarityParameters.of(asked));
  }

  /** For the present caller. */
  ProductSimilaritiesView answer(ProductSimilarityQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  /** What was found, and of how many customers. */
  private record Found(SalesPass.Tally tally, long customers, SimilarityFindings findings) {}

  @Override
  public ProductSimilaritiesView answer(
      ProductSimilarityQuestion asked, SmallGroups groups, Effort effort) {
    AssociationQuestion.demandAll(asked.sales(), groups);
    SalesQuery query = answering.fit(asked.sales(), groups);
    BooleanSupplier stop = AssociationAnalysis.stop(effort.patience());
    Found found = answering.compute(effort, () -> find(asked, query, groups, stop, effort));
    About about =
        answering.about(METHOD, query, asked.stated(), found.tally(), found.customers(), groups);
    return found.findings().view(about);
  }

  private Found find(
      ProductSimilarityQuestion asked,
      SalesQuery query,
      SmallGroups groups,
      BooleanSupplier stop,
      Effort effort) {
    Map<UUID, Item> products = Item.all(sales.products());
    BasketReading reading =
        new BasketReading(
            asked.per(), BasketReading.naming(AssociationQuestion.By.PRODUCT, products));
    SalesPass.Tally tally = sales.readLines(query, reading::add);
    BasketReading.Baskets baskets = reading.finish();
    return new Found(
        tally,
        baskets.owners().count(),
        SimilarityFindings.in(baskets, asked, products.values(), groups, stop, effort.progress()));
  }
}
