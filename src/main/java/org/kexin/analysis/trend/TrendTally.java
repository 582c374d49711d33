package org.kexin.analysis.trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;

/**
 * Sums sales by period in one pass over them, ordered by customer and within a customer by day.
 * Memory grows with the periods only. Not thread-safe.
 */
final class TrendTally {

  private final PeriodUnit unit;
  private final @Nullable LocalDate from;
  private final @Nullable LocalDate to;
  private final SortedMap<Long, Cell> cells = new TreeMap<>();
  private Cell latest = new Cell();
  private long latestNumber = Long.MIN_VALUE;
  private @Nullable UUID customer;
  private boolean ordered;
  private boolean counted;
  private long customers;
  private long sales;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  /**
   * @param window sales outside its days only tell who ordered before
   */
  TrendTally(PeriodUnit unit, SalesQuery window) {
    this.unit = unit;
    this.from = window.from();
    this.to = window.to();
  }

  /** The sums of one period. */
  static final class Cell {
    private BigDecimal revenue = BigDecimal.ZERO;
    private long orders;
    private long quantity;
    private long buyers;
    private long customers;
    private long newcomers;
    private long newcomersEver;
    private @Nullable UUID lastBuyer;
    private @Nullable UUID lastCustomer;

    /** The value of the period. */
    double value(TrendMeasure measure) {
      return switch (measure) {
        case REVENUE -> revenue.doubleValue();
        case ORDERS -> orders;
        case CUSTOMERS -> buyers;
        case QUANTITY -> quantity;
        case NEW_CUSTOMERS -> newcomers;
      };
    }

    /** Known customers with a sale of any kind. */
    long customers() {
      return customers;
    }

    /** As the measure, but whatever the window. */
    long newcomersEver() {
      return newcomersEver;
    }

    private void add(Sale<UUID> sale, boolean order) {
      revenue = revenue.add(sale.amount());
      quantity += sale.quantity();
      orders += order ? 1 : 0;
      UUID customer = sale.customer();
      if (customer == null) {
        return;
      }
      if (!customer.equals(lastCustomer)) {
        customers++;
        lastCustomer = customer;
      }
      if (order && !customer.equals(lastBuyer)) {
        buyers++;
        lastBuyer = customer;
      }
    }
  }

  void add(Sale<UUID> sale) {
    boolean order = sale.amount().signum() >= 0;
    UUID whose = sale.customer();
    if (whose != null && !whose.equals(customer)) {
      customer = whose;
      ordered = false;
      counted = false;
    }
    boolean within = contains(sale.day());
    boolean firstOrder = whose != null && order && !ordered;
    if (!within && !firstOrder) {
      return;
    }
    Cell cell = cell(sale.day());
    if (firstOrder) {
      ordered = true;
      cell.newcomersEver++;
      cell.newcomers += within ? 1 : 0;
    }
    if (within) {
      cell.add(sale, order);
      count(sale);
    }
  }

  private void count(Sale<UUID> sale) {
    sales++;
    if (sale.customer() != null && !counted) {
      counted = true;
      customers++;
    }
    LocalDate day = sale.day();
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  private boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Most sales lie in the period of the one before. */
  private Cell cell(LocalDate day) {
    long number = unit.numberOf(day);
    if (number != latestNumber) {
      latestNumber = number;
      latest = cells.computeIfAbsent(number, unseen -> new Cell());
    }
    return latest;
  }

  /** The sums of a period, by its number. */
  Cell of(long period) {
    return cells.getOrDefault(period, new Cell());
  }

  /** Every period with somebody's first order ever, or with a sale in the window. */
  List<Long> periods() {
    return List.copyOf(cells.keySet());
  }

  /** Sales within the window. */
  long sales() {
    return sales;
  }

  /** Known customers who made them. */
  long customers() {
    return customers;
  }

  /** The first day of the window, else the first with a sale; null where there is neither. */
  @Nullable LocalDate firstDay() {
    return from == null ? first : from;
  }

  /** The last day of the window, else the last with a sale; null where there is neither. */
  @Nullable LocalDate lastDay() {
    return to == null ? last : to;
  }
}
