package org.kexin.analysis.distribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Bought;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.distribution.Categories;
import org.kexin.customer.CustomerFact;

/** Counts the customers of every value of an attribute, and what they buy. Not thread-safe. */
final class GroupTally {

  static final String TOO_FEW_CUSTOMERS = "TOO_FEW_CUSTOMERS";

  private static final int MOST_VALUES = 1_000;
  private static final int MONEY_SCALE = 2;

  private final Attribute attribute;
  private final int year;
  private final Map<GroupLabel, Sum> sums = new TreeMap<>(GroupLabel.BY_NAME);
  private long customers;
  private long buyers;
  private boolean tooMany;

  GroupTally(Attribute attribute, int year) {
    this.attribute = attribute;
    this.year = year;
  }

  /** A group; empty to begin with. */
  private static final class Sum {
    private long customers;
    private long buyers;
    private long orders;
    private BigDecimal revenue = BigDecimal.ZERO;

    void add(Sum other) {
      customers += other.customers;
      buyers += other.buyers;
      orders += other.orders;
      revenue = revenue.add(other.revenue);
    }
  }

  void add(CustomerFact customer, Bought bought) {
    customers++;
    buyers += bought.orders() > 0 ? 1 : 0;
    if (tooMany) {
      return;
    }
    String value = attribute.of(customer, year);
    GroupLabel label =
        (value == null || value.isBlank()) ? GroupLabel.MISSING : GroupLabel.of(value);
    Sum sum = sums.computeIfAbsent(label, unseen -> new Sum());
    sum.customers++;
    sum.buyers += bought.orders() > 0 ? 1 : 0;
    sum.orders += bought.orders();
    sum.revenue = sum.revenue.add(bought.revenue());
    if (sums.size() > MOST_VALUES) {
      tooMany = true;
      sums.clear();
    }
  }

  /** Customers with an order. */
  long buyers() {
    return buyers;
  }

  DistributionView view(About about, SmallGroups groups) {
    if (!groups.shows(customers)) {
      return empty(about, null, TOO_FEW_CUSTOMERS);
    }
    return tooMany
        ? empty(about, customers, Categories.TOO_MANY_CATEGORIES.code())
        : new DistributionView(about, attribute.name(), customers, views(groups), null, null);
  }

  private DistributionView empty(About about, @Nullable Long shown, String reason) {
    return new DistributionView(about, attribute.name(), shown, List.of(), null, reason);
  }

  private List<DistributionView.Group> views(SmallGroups groups) {
    Map<GroupLabel, Long> counts = new TreeMap<>(GroupLabel.BY_NAME);
    sums.forEach((label, sum) -> counts.put(label, sum.customers));
    Map<GroupLabel, GroupLabel> folded = GroupLabel.folded(counts, groups);
    Map<GroupLabel, Sum> shown = new TreeMap<>(GroupLabel.BY_NAME);
    sums.forEach(
        (label, sum) ->
            shown.computeIfAbsent(folded.getOrDefault(label, label), unseen -> new Sum()).add(sum));
    counts.clear();
    shown.forEach((label, sum) -> counts.put(label, sum.customers));
    List<GroupLabel> order = GroupLabel.inOrder(counts, attribute);
    List<Sum> rows = order.stream().map(label -> shown.getOrDefault(label, new Sum())).toList();
    List<Boolean> consumption = groups.shown(rows, sum -> sum.buyers);
    boolean[][] held = heldBuyers(rows, groups);
    List<DistributionView.Group> views = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      views.add(view(order.get(i), rows.get(i), held[i][0], consumption.get(i)));
    }
    return views;
  }

  /** Buyers and others are a table of two columns: neither may be told of few. */
  private static boolean[][] heldBuyers(List<Sum> rows, SmallGroups groups) {
    long[][] table =
        rows.stream()
            .map(sum -> new long[] {sum.buyers, sum.customers - sum.buyers})
            .toArray(long[][]::new);
    return groups.individualsAllowed()
        ? new boolean[table.length][2]
        : HeldBackCells.of(table, groups.smallestGroup());
  }

  private DistributionView.Group view(
      GroupLabel label, Sum sum, boolean buyersHeld, boolean consumption) {
    return new DistributionView.Group(
        label,
        sum.customers,
        (double) sum.customers / customers,
        buyersHeld ? null : sum.buyers,
        consumption ? sum.orders : null,
        consumption ? sum.revenue.toPlainString() : null,
        (consumption && sum.orders > 0)
            ? sum.revenue
                .divide(BigDecimal.valueOf(sum.orders), MONEY_SCALE, RoundingMode.HALF_EVEN)
                .toPlainString()
            : null);
  }
}
