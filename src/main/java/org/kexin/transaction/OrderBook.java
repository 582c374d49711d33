package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Money;

/** Orders for other features: what one is worth, and what customers ordered so far. */
@ApplicationScoped
public class OrderBook {

  private final AgroalDataSource source;
  private final Products products;

  OrderBook(AgroalDataSource source, Products products) {
    this.source = source;
    this.products = products;
  }

  /**
   * An order.
   *
   * @param customerId null for an anonymous one
   */
  public record BookedOrder(UUID id, @Nullable UUID customerId, Money total) {}

  /**
   * What a customer ordered in a period.
   *
   * @param orders how many
   * @param spent sum of their totals in the currency asked for; returns do not count
   * @param last when the last of them was
   */
  public record Ordered(long orders, BigDecimal spent, Instant last) {}

  /** Those of these products that exist. */
  public Set<UUID> existingProducts(Collection<UUID> ids) {
    return new HashSet<>(products.existing(ids));
  }

  /** The order with that id; empty for a return, too. */
  public Optional<BookedOrder> find(UUID order) {
    return query(
        "select customer_id, total, currency from sales_transaction where id = ? and kind = 'ORDER'",
        select -> select.setBytes(1, Columns.bytes(order)),
        row ->
            row.next()
                ? Optional.of(
                    new BookedOrder(
                        order,
                        Columns.uuidOrNull(row.getBytes(1)),
                        new Money(row.getBigDecimal(2), Money.currency(row.getString(3)))))
                : Optional.empty());
  }

  /** The sum of an order's lines over some products, exact; zero if it has none of them. */
  public BigDecimal amountOf(UUID order, Collection<UUID> ofProducts) {
    if (ofProducts.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return query(
        "select coalesce(sum(quantity * unit_price), 0) from sales_transaction_line"
            + " where transaction_id = ? and product_id in ("
            + Columns.parameters(ofProducts)
            + ")",
        select -> {
          select.setBytes(1, Columns.bytes(order));
          Columns.bind(select, 2, ofProducts);
        },
        row -> {
          row.next();
          return row.getBigDecimal(1);
        });
  }

  /**
   * What each of these customers ordered, in one round trip over their entries of one index; who
   * ordered nothing is absent.
   *
   * @param customers at most 1,000
   * @param from first moment that counts
   * @param until first moment that does not
   * @param currency of the amounts summed; orders in others are counted and not summed, nor is any
   *     where it is null
   * @throws IllegalArgumentException if there are more customers
   */
  public Map<UUID, Ordered> ordered(
      Collection<UUID> customers, Instant from, Instant until, @Nullable String currency) {
    if (customers.size() > 1_000) {
      throw new IllegalArgumentException("More than 1,000 customers in one question.");
    }
    if (customers.isEmpty()) {
      return Map.of();
    }
    return query(
        "select customer_id, count(*), coalesce(sum(case when currency = ? then total end), 0),"
            + " max(occurred_at) from sales_transaction where customer_id in ("
            + Columns.parameters(customers)
            + ") and occurred_at >= ? and occurred_at < ? and kind = 'ORDER' group by customer_id",
        select -> {
          select.setString(1, currency);
          int next = Columns.bind(select, 2, customers);
          select.setObject(next, Columns.utc(from));
          select.setObject(next + 1, Columns.utc(until));
        },
        row -> {
          Map<UUID, Ordered> ordered = new HashMap<>();
          while (row.next()) {
            ordered.put(
                Columns.uuid(row.getBytes(1)),
                new Ordered(
                    row.getLong(2),
                    row.getBigDecimal(3),
                    Columns.instant(row.getObject(4, LocalDateTime.class))));
          }
          return ordered;
        });
  }

  /** How many orders a customer made from a moment on, one order left out. */
  public long ordersSince(UUID customer, Instant from, @Nullable UUID leftOut) {
    return query(
        "select count(*) from sales_transaction where customer_id = ? and occurred_at >= ?"
            + " and kind = 'ORDER' and id <> ?",
        select -> {
          select.setBytes(1, Columns.bytes(customer));
          select.setObject(2, Columns.utc(from));
          select.setBytes(3, Columns.bytes(leftOut == null ? new UUID(0, 0) : leftOut));
        },
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement select) throws SQLException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, Binding binding, Reading<T> reading) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      binding.bind(select);
      try (ResultSet row = select.executeQuery()) {
        return reading.read(row);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Orders cannot be read.", failure);
    }
  }
}
