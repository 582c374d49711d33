package org.kexin.analysis.basket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

/** What is bought together. Its answer to no question in particular is what offers come from. */
@ApplicationScoped
class AssociationAnalysis implements LongAnalysis<AssociationQuestion> {

  /** Its name among the analyses. */
  static final String NAME = "associations";

  private static final Answering.Method METHOD =
      new Answering.Method(
          "Association rules (Agrawal & Srikant 1994); lift, leverage, conviction, Zhang, Jaccard",
          "1");

  /** Of the time there is; the rest is for the reading, and for the answer to be written. */
  private static final double SHARE_OF_PATIENCE = 0.7;

  private final SalesPass sales;
  private final Answering answering;

  AssociationAnalysis(SalesPass sales, Answering answering) {
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
  public AssociationQuestion question(Asked asked) {
    return AssociationQuestion.of(SalesParameters.of(asked), AssociationParameters.of(asked));
  }

  /** For the present caller. */
  AssociationsView answer(AssociationQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  /** What was found, and in how many transactions and of how many customers. */
  private record Found(
      SalesPass.Tally tally, long customers, long unnamed, AssociationFindings findings) {}

  @Override
  public AssociationsView answer(AssociationQuestion asked, SmallGroups groups, Effort effort) {
    AssociationQuestion.demandAll(asked.sales(), groups);
    SalesQuery query = answering.fit(asked.sales(), groups);
    BooleanSupplier stop = stop(effort.patience());
    Found found = answering.compute(effort, () -> find(asked, query, groups, stop));
    About about =
        answering.about(METHOD, query, asked.stated(), found.tally(), found.customers(), groups);
    return found.findings().view(about, found.unnamed());
  }

  private Found find(
      AssociationQuestion asked, SalesQuery query, SmallGroups groups, BooleanSupplier stop) {
    Map<UUID, Item> products = Item.all(sales.products());
    BasketReading reading =
        new BasketReading(asked.per(), BasketReading.naming(asked.by(), products));
    SalesPass.Tally tally = sales.readLines(query, reading::add);
    BasketReading.Baskets baskets = reading.finish();
    return new Found(
        tally,
        baskets.owners().count(),
        baskets.unnamed(),
        AssociationFindings.in(baskets, asked, products.values(), groups, stop));
  }

  /** True once most of the time there is has passed. */
  static BooleanSupplier stop(Duration patience) {
    long begun = System.nanoTime();
    long most = (long) (patience.toNanos() * SHARE_OF_PATIENCE);
    return () -> System.nanoTime() - begun > most;
  }
}
