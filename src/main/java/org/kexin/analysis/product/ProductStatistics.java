package org.kexin.analysis.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;

/** Totals, shares and concentration of products or categories. */
@ApplicationScoped
class ProductStatistics implements LongAnalysis<ProductQuestion> {

  private static final Answering.Method METHOD =
      new Answering.Method("Totals by product, ABC, Gini, HHI (Lorenz 1905, Gini 1912)", "1");

  private final SalesPass sales;
  private final Answering answering;

  ProductStatistics(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "product-statistics";
  }

  @Override
  public ProductQuestion question(Asked asked) {
    return ProductQuestion.of(SalesParameters.of(asked), ProductParameters.of(asked));
  }

  /** For the present caller. */
  ProductStatisticsView answer(ProductQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public ProductStatisticsView answer(ProductQuestion question, SmallGroups groups, Effort effort) {
    if (!groups.individualsAllowed()) {
      question.demandAllTime();
    }
    SalesQuery query = answering.fit(question.sales(), groups);
    SalesPass.Outcome<ProductTally> outcome =
        answering.compute(
            effort,
            () -> {
              var tally = new ProductTally(sales.products());
              SalesPass.Tally passed = sales.readLines(query, tally::add);
              return new SalesPass.Outcome<>(tally, passed);
            });
    ProductTally tally = outcome.result();
    About about =
        answering.about(
            METHOD,
            query,
            Map.of(
                "by",
                question.by().name(),
                "top",
                String.valueOf(question.top()),
                "negativeTotals",
                "LEFT_OUT"),
            outcome.tally(),
            tally.all().customers(),
            groups);
    boolean ofProducts = question.by() == ProductQuestion.By.PRODUCT;
    Set<ProductTally.Row> held =
        ofProducts ? HeldBackRows.products(tally, groups) : HeldBackRows.categories(tally, groups);
    return new ProductFindings(
            ofProducts ? tally.products() : tally.categories(), held, tally.all(), groups)
        .view(about, question);
  }
}
