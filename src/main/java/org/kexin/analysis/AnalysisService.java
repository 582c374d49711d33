package org.kexin.analysis;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Runs analyses over one streaming pass of the sales and says how they came about. */
@ApplicationScoped
class AnalysisService {

  private static final String VERSION = "1";

  private final SalesPass sales;
  private final PresentCut cut;
  private final AnalysisPool pool;
  private final AnalysisConfig config;
  private final CustomerDirectory customers;
  private final NameableCustomers nameable;
  private final Viewing viewing;
  private final Clock clock;

  AnalysisService(
      SalesPass sales,
      PresentCut cut,
      AnalysisPool pool,
      AnalysisConfig config,
      CustomerDirectory customers,
      NameableCustomers nameable,
      Viewing viewing,
      Clock clock) {
    this.sales = sales;
    this.cut = cut;
    this.pool = pool;
    this.config = config;
    this.customers = customers;
    this.nameable = nameable;
    this.viewing = viewing;
    this.clock = clock;
  }

  StatisticsView statistics(SalesQuery asked, int topCustomers) {
    SalesQuery query = fit(asked);
    boolean individuals = viewing.maySee(BEHAVIOUR);
    var parameters =
        new Statistics.Parameters(
            individuals ? topCustomers : 0,
            Concentration.Parameters.defaults(),
            query.from(),
            query.to());
    SalesPass.Outcome<Statistics<UUID>> outcome =
        pool.run(
            () -> {
              var accumulator =
                  new Statistics.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, accumulator::add);
              return new SalesPass.Outcome<>(accumulator.finish(), tally);
            });
    SortedMap<String, String> stated = query.parameters();
    stated.put("topCustomers", String.valueOf(topCustomers));
    stated.put("negativeTotals", "LEFT_OUT");
    Statistics<UUID> result = outcome.result();
    NameableCustomers.Picked<Statistics.TopCustomer<UUID>> top =
        nameable.pick(result.topCustomers(), topCustomers, Statistics.TopCustomer::customer);
    List<Statistics.TopCustomer<UUID>> named =
        shown(top.rows(), Statistics.TopCustomer::customer, "topCustomers");
    return AnalysisViews.statistics(
        about(
                "Totals, ABC, Gini, HHI (Lorenz 1905, Gini 1912)",
                query,
                stated,
                outcome.tally(),
                result.totals().customers())
            .plus(result.leftOut(), groups())
            .plusUnnamed(top.unnamed()),
        result,
        individuals ? named : null,
        groups());
  }

  RfmView rfm(SalesQuery query, Rfm.Method method, @Nullable LocalDate referenceDate) {
    Scored scored = score(query, method, referenceDate);
    return AnalysisViews.rfm(scored.about(), scored.result(), groups());
  }

  /**
   * Scores by customer; a customer that is asked for and has none gives an empty page. Customers
   * whom the caller may not know are left out of their page, which is shorter then.
   */
  RfmView.ScorePage scores(
      SalesQuery query,
      Rfm.Method method,
      @Nullable LocalDate referenceDate,
      @Nullable UUID customer,
      PageRequest page) {
    Scored scored = score(query, method, referenceDate);
    List<RfmView.CustomerScore> rows =
        AnalysisViews.scores(
            scored.result(), customer, page.afterId(), nameable.rowsToRead(page.size()));
    NameableCustomers.Picked<RfmView.CustomerScore> picked =
        nameable.pick(rows, page.size(), RfmView.CustomerScore::customerId);
    String lastSeen =
        picked.looked() < rows.size()
            ? rows.get(picked.looked() - 1).customerId().toString()
            : null;
    List<RfmView.CustomerScore> named =
        shown(picked.rows(), RfmView.CustomerScore::customerId, "rfm");
    return AnalysisViews.page(
        scored.about().plusUnnamed(picked.unnamed()), Page.upTo(lastSeen, named, page));
  }

  /** Scores of all customers, and how they came about. */
  record Scored(About about, RfmResult<UUID> result) {}

  /** Scores every customer; none is left out for being too few or unwilling. */
  Scored score(SalesQuery asked, Rfm.Method method, @Nullable LocalDate referenceDate) {
    SalesQuery query = fit(asked);
    LocalDate asOf = Objects.requireNonNullElseGet(referenceDate, () -> clock.today(config.zone()));
    var parameters = new Rfm.Parameters(method, query.from(), asOf, SegmentTable.ofRfmPackage());
    SalesPass.Outcome<RfmResult<UUID>> outcome =
        pool.run(
            () -> {
              var accumulator = new Rfm.Accumulator<UUID>(CustomerOrder.ofUuids(), parameters);
              SalesPass.Tally tally = sales.read(query, accumulator::add);
              return new SalesPass.Outcome<>(accumulator.finish(), tally);
            });
    SortedMap<String, String> stated = query.parameters();
    stated.put("method", method.name());
    stated.put("referenceDate", asOf.toString());
    stated.put("segmentTable", "rfm-package");
    About about =
        about(
                "RFM scores 1..5, 5 is best (R package rfm 0.3.0)",
                query,
                stated,
                outcome.tally(),
                outcome.result().customers())
            .plus(outcome.result().leftOut(), groups());
    return new Scored(about, outcome.result());
  }

  /** Over the cut of the data, for those who may not see individuals. */
  private SalesQuery fit(SalesQuery query) {
    return viewing.sees(BEHAVIOUR) ? query : cut.fit(query);
  }

  private About about(
      String method,
      SalesQuery query,
      SortedMap<String, String> parameters,
      SalesPass.Tally tally,
      long customers) {
    parameters.put("zone", config.zone().getId());
    if (!viewing.sees(BEHAVIOUR)) {
      parameters.put("smallestGroup", String.valueOf(config.smallestGroup()));
    }
    return new About(
        method,
        VERSION,
        parameters,
        new About.Window(query.from(), query.to()),
        Objects.requireNonNullElseGet(query.knownAt(), clock::now),
        tally.currency(),
        groups().show(customers, tally.used()),
        tally.omitted().stream().map(it -> About.Omission.of(it, groups())).toList());
  }

  /** Which groups the caller may see. */
  SmallGroups groups() {
    return new SmallGroups(viewing.sees(BEHAVIOUR), config.smallestGroup());
  }

  /** Those rows whose customer the caller may know and sees the behaviour of, and records it. */
  private <T> List<T> shown(List<T> rows, Function<T, UUID> customer, String attribute) {
    Set<UUID> reached = customers.withinReach(rows.stream().map(customer).toList());
    viewing.expect(reached);
    return rows.stream()
        .filter(row -> reached.contains(customer.apply(row)))
        .filter(row -> sees(customer.apply(row), attribute))
        .toList();
  }

  private boolean sees(UUID customer, String attribute) {
    return viewing.at(customer, Set.of()).showOrHide(attribute, BEHAVIOUR, customer) != null;
  }
}
