package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Money;

/**
 * Reads lines of transactions for analyses in one pass, with memory that does not grow with their
 * number, and what their products are called. Uses the {@code analysis} data source, which may lag
 * behind the primary.
 */
@ApplicationScoped
public class LinesReader {

  // In the order of the transactions, each with its lines by their primary key: nothing is sorted.
  private static final String LINES =
      """
      select t.customer_id, t.id, t.occurred_at, t.kind, t.currency, t.created_at,
        l.product_id, l.quantity, l.unit_price, %s
      from sales_transaction t force index (sales_transaction_customer) %s
      straight_join sales_transaction_line l on l.transaction_id = t.id
      where (? is null or t.created_at <= ?)
      order by t.customer_id, t.occurred_at, t.id
      """;

  private static final String LINES_OF_CUSTOMER =
      TraitColumns.into(LINES, Set.of()).replace("where ", "where t.customer_id = ? and ");

  private static final String LINES_OF_PERIOD =
      LINES_OF_CUSTOMER.replace(
          "order by", "  and t.occurred_at >= ? and t.occurred_at < ?\norder by");

  private static final String PRODUCTS = "select id, code, name, category from product";

  private final AgroalDataSource source;

  LinesReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * What a product is called.
   *
   * @param name null for a product that an import knew by its code only
   */
  public record ProductLabel(String code, @Nullable String name, @Nullable String category) {}

  /**
   * Gives every line to {@code consumer}: by customer (anonymous first, then ids in the order of
   * their unsigned bytes), within a customer by transaction, from the earliest on.
   *
   * <p>A connection is held until the consumer has seen all. What the consumer throws ends the
   * reading and is thrown on.
   *
   * @param recordedUntil only what was known here at that moment; null for all
   * @throws IllegalStateException if the database fails while reading
   */
  public void stream(@Nullable Instant recordedUntil, Consumer<LineRow> consumer) {
    stream(recordedUntil, Set.of(), consumer);
  }

  /** As the other, with these traits of each transaction. */
  public void stream(
      @Nullable Instant recordedUntil, Set<SaleTrait> traits, Consumer<LineRow> consumer) {
    stream(TraitColumns.into(LINES, traits), select -> bind(select, 1, recordedUntil), consumer);
  }

  /** As {@link #stream}, the lines of one customer. */
  public void streamOf(UUID customer, @Nullable Instant recordedUntil, Consumer<LineRow> consumer) {
    stream(
        LINES_OF_CUSTOMER,
        select -> {
          select.setBytes(1, Columns.bytes(customer));
          bind(select, 2, recordedUntil);
        },
        consumer);
  }

  /**
   * As {@link #stream}, the lines of one customer within a period.
   *
   * @param until exclusive
   */
  public void streamOf(UUID customer, Instant from, Instant until, Consumer<LineRow> consumer) {
    stream(
        LINES_OF_PERIOD,
        select -> {
          select.setBytes(1, Columns.bytes(customer));
          bind(select, 2, null);
          select.setObject(4, Columns.utc(from));
          select.setObject(5, Columns.utc(until));
        },
        consumer);
  }

  private void stream(String sql, Binding binding, Consumer<LineRow> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = streaming(connection, sql)) {
      binding.bind(select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(read(row));
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement select) throws SQLException;
  }

  private static void bind(PreparedStatement select, int first, @Nullable Instant recordedUntil)
      throws SQLException {
    LocalDateTime known = recordedUntil == null ? null : Columns.utc(recordedUntil);
    select.setObject(first, known);
    select.setObject(first + 1, known);
  }

  /** Every product, by id. As many as a catalogue holds, not as many as are sold. */
  public Map<UUID, ProductLabel> products() {
    Map<UUID, ProductLabel> products = new HashMap<>();
    try (Connection connection = source.getConnection();
        PreparedStatement select = streaming(connection, PRODUCTS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        products.put(
            Columns.uuid(row.getBytes(1)),
            new ProductLabel(row.getString(2), row.getString(3), row.getString(4)));
      }
      return products;
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** Connector/J: this fetch size, and no other, makes rows come one by one, not all at once. */
  private static PreparedStatement streaming(Connection connection, String sql)
      throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    select.setFetchSize(Integer.MIN_VALUE);
    return select;
  }

  private static LineRow read(ResultSet row) throws SQLException {
    return new LineRow(
        Columns.uuidOrNull(row.getBytes(1)),
        Columns.uuid(row.getBytes(2)),
        Columns.instant(row.getObject(3, LocalDateTime.class)),
        Kind.valueOf(row.getString(4)),
        Money.currency(row.getString(5)),
        Columns.instant(row.getObject(6, LocalDateTime.class)),
        Columns.uuid(row.getBytes(7)),
        row.getInt(8),
        row.getBigDecimal(9),
        TraitColumns.channel(row, 10),
        TraitColumns.kind(row, 11));
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Lines of transactions cannot be read.", failure);
  }
}
