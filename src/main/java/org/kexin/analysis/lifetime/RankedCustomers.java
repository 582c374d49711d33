package org.kexin.analysis.lifetime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.NameableCustomers;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlook;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlooks;
import org.kexin.analysis.algorithm.lifetime.GammaGamma;
import org.kexin.analysis.algorithm.lifetime.MostValuableList;
import org.kexin.analysis.algorithm.lifetime.PurchaseModel;
import org.kexin.analysis.algorithm.lifetime.WinBackList;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/**
 * Customers by what they are worth or what is at risk with them, best first, as far as the caller
 * may know them. Ranks are those among all, so they have gaps where somebody is not named.
 */
@ApplicationScoped
class RankedCustomers {

  /** Nobody reads further, and a longer list would be an export. */
  static final int LENGTH = 1_000;

  private static final Answering.Method REVENUE = new Answering.Method("Sum of the sales", "1");
  private static final String NO_MODEL = "NO_MODEL";

  private final LifetimeModels models;
  private final SalesPass sales;
  private final Answering answering;

  RankedCustomers(LifetimeModels models, SalesPass sales, Answering answering) {
    this.models = models;
    this.sales = sales;
    this.answering = answering;
  }

  /** The ranked ones and how they came about. */
  private record Ranking<T>(List<T> best, About about) {}

  /** By value at risk. */
  WinBackPage winBacks(LifetimeQuestion question, PageRequest page) {
    Ranking<CustomerOutlook<UUID>> ranking =
        ranking(
            question,
            outlooks -> {
              WinBackList<UUID> list = WinBackList.of(outlooks, LENGTH);
              return new Listed(list.customers(), list.leftOut());
            });
    List<WinBackPage.WinBack> rows = OutlookRows.winBacks(ranking.best(), ranking.about());
    Named<WinBackPage.WinBack> named =
        named(rows, WinBackPage.WinBack::customerId, WinBackPage.WinBack::rank, "win-back", page);
    return new WinBackPage(
        ranking.about().plusUnnamed(named.unnamed()),
        named.page().items(),
        named.page().nextPageToken());
  }

  /** By lifetime value. */
  MostValuablePage byLifetimeValue(LifetimeQuestion question, PageRequest page) {
    Ranking<CustomerOutlook<UUID>> ranking =
        ranking(
            question,
            outlooks -> {
              MostValuableList<UUID> list = MostValuableList.of(outlooks, LENGTH);
              return new Listed(list.customers(), list.leftOut());
            });
    return valuable(OutlookRows.valuable(ranking.best(), ranking.about()), ranking.about(), page);
  }

  /** By what they have spent. */
  MostValuablePage byRevenue(LifetimeQuestion question, PageRequest page) {
    SmallGroups groups = answering.groups();
    SalesQuery query = answering.fit(question.sales(), groups);
    var parameters =
        new Statistics.Parameters(LENGTH, Concentration.Parameters.defaults(), null, query.to());
    SalesPass.Outcome<Statistics<UUID>> outcome =
        compute(
            () -> {
              var accumulator =
                  new Statistics.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, accumulator::add);
              return new SalesPass.Outcome<>(accumulator.finish(), tally);
            });
    About about =
        answering
            .about(
                REVENUE,
                query,
                Map.of("by", MostValuableBy.REVENUE.name()),
                outcome.tally(),
                outcome.result().totals().customers(),
                groups)
            .plus(outcome.result().leftOut(), groups);
    return valuable(OutlookRows.valuable(outcome.result(), about), about, page);
  }

  private MostValuablePage valuable(
      List<MostValuablePage.Valuable> rows, About about, PageRequest page) {
    Named<MostValuablePage.Valuable> named =
        named(
            rows,
            MostValuablePage.Valuable::customerId,
            MostValuablePage.Valuable::rank,
            "customer-value",
            page);
    return new MostValuablePage(
        about.plusUnnamed(named.unnamed()), named.page().items(), named.page().nextPageToken());
  }

  private record Listed(List<CustomerOutlook<UUID>> customers, List<LeftOut> leftOut) {}

  private Ranking<CustomerOutlook<UUID>> ranking(
      LifetimeQuestion question, Function<CustomerOutlooks<UUID>, Listed> order) {
    SmallGroups groups = answering.groups();
    LifetimeModels.Scope scope = models.scope(question, groups);
    return compute(
        () -> {
          LifetimeModels.Fitted fitted = models.fit(scope, part -> {});
          About about = models.about(fitted, groups);
          PurchaseModel model = fitted.purchases().model().value();
          GammaGamma values = fitted.values().model().value();
          if (model == null || values == null) {
            String why =
                Objects.requireNonNull(
                        (model == null ? fitted.purchases().model() : fitted.values().model())
                            .reason())
                    .detail();
            long customers = fitted.histories().size();
            return new Ranking<>(
                List.of(), about.plus(new About.Omission(NO_MODEL, why, customers)));
          }
          Listed listed =
              order.apply(
                  new CustomerOutlooks<>(fitted.histories(), model, values, question.value()));
          return new Ranking<>(listed.customers(), about.plus(listed.leftOut(), groups));
        });
  }

  private <T> T compute(Callable<T> analysis) {
    return answering.compute(answering.effort(), analysis);
  }

  private record Named<T>(Page<T> page, long unnamed) {}

  private <T> Named<T> named(
      List<T> ranked,
      Function<T, UUID> customer,
      ToIntFunction<T> rank,
      String attribute,
      PageRequest page) {
    long after = page.afterNumbers(1, 0)[0];
    List<T> rows =
        ranked.stream()
            .filter(row -> rank.applyAsInt(row) > after)
            .limit(answering.rowsToRead(page.size()))
            .toList();
    NameableCustomers.Picked<T> picked = answering.named(rows, page.size(), customer, attribute);
    String lastSeen =
        picked.looked() < rows.size()
            ? String.valueOf(rank.applyAsInt(rows.get(picked.looked() - 1)))
            : null;
    return new Named<>(Page.upTo(lastSeen, picked.rows(), page), picked.unnamed());
  }
}
