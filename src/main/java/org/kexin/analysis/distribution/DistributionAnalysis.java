package org.kexin.analysis.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Bought;
import org.kexin.analysis.CustomerPass;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.distribution.Categories;
import org.kexin.analysis.algorithm.distribution.NumericSummary;
import org.kexin.customer.CustomerFact;

/** How many customers have each value of an attribute, and what they buy. */
@ApplicationScoped
class DistributionAnalysis implements LongAnalysis<DistributionQuestion> {

  private final CustomerPass customers;
  private final Answering answering;

  DistributionAnalysis(CustomerPass customers, Answering answering) {
    this.customers = customers;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "distributions";
  }

  @Override
  public DistributionQuestion question(Asked asked) {
    return DistributionQuestion.of(SalesParameters.of(asked), DistributionParameters.of(asked));
  }

  /** For the present caller. */
  DistributionView answer(DistributionQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public DistributionView answer(DistributionQuestion question, SmallGroups groups, Effort effort) {
    question.demandWhole(groups);
    SalesQuery query = answering.fit(question.sales(), groups);
    Quantity quantity = question.quantity();
    Attribute attribute = question.attribute();
    return quantity != null
        ? numbers(quantity, query, groups, effort)
        : groups(attribute == null ? Attribute.KIND : attribute, query, groups, effort);
  }

  /** The year in which ages are counted: that of the facts that count. */
  static int year(Answering answering, SalesQuery query, SmallGroups groups) {
    Instant known = query.knownAt();
    return (known == null ? answering.present(groups) : known).atZone(answering.zone()).getYear();
  }

  private DistributionView groups(
      Attribute attribute, SalesQuery query, SmallGroups groups, Effort effort) {
    int year = year(answering, query, groups);
    GroupTally tally = new GroupTally(attribute, year);
    SalesPass.Tally seen = answering.compute(effort, () -> customers.read(query, tally::add));
    About about =
        answering.about(
            new Answering.Method(Categories.METHOD, "1"),
            query,
            Map.of("attribute", attribute.name(), "ageInYear", String.valueOf(year)),
            seen,
            tally.buyers(),
            groups);
    return tally.view(about, groups);
  }

  private DistributionView numbers(
      Quantity quantity, SalesQuery query, SmallGroups groups, Effort effort) {
    Values values = new Values(quantity);
    SalesPass.Tally seen = answering.compute(effort, () -> customers.read(query, values));
    NumericSummary summary = values.summary.finish();
    About about =
        answering.about(
            new Answering.Method(summary.method(), "1"),
            query,
            Map.of("attribute", quantity.name(), "bins", "fixed edges, lower edge included"),
            seen,
            values.buyers,
            groups);
    return new DistributionView(
        about,
        quantity.name(),
        groups.show(values.buyers, values.buyers),
        List.of(),
        groups.shows(values.buyers)
            ? NumberViews.of(summary, values.bins.found(), values.buyers, groups)
            : null,
        groups.shows(values.buyers) ? null : GroupTally.TOO_FEW_CUSTOMERS);
  }

  /** Takes the values of a quantity from customers and their orders. */
  private static final class Values implements CustomerPass.Visitor {
    private final Quantity quantity;
    private final Bins bins;
    private final NumericSummary.Accumulator summary =
        new NumericSummary.Accumulator(NumericSummary.Parameters.defaults());
    private long buyers;

    Values(Quantity quantity) {
      this.quantity = quantity;
      this.bins = quantity.bins();
    }

    @Override
    public void sale(CustomerFact customer, Sale<UUID> sale) {
      if (quantity.isOfOrders() && sale.amount().signum() >= 0) {
        add(customer, quantity.of(sale.amount(), sale.quantity(), 1));
      }
    }

    @Override
    public void customer(CustomerFact customer, Bought bought) {
      if (bought.orders() > 0) {
        buyers++;
        if (!quantity.isOfOrders()) {
          add(customer, quantity.of(bought.revenue(), bought.quantity(), bought.orders()));
        }
      }
    }

    private void add(CustomerFact customer, double value) {
      summary.add(value);
      bins.add(customer.id(), value);
    }
  }
}
