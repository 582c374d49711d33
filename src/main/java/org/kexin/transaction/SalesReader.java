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
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Money;

/**
 * Reads transactions for analyses in one pass, with memory that does not grow with their number.
 * Uses the {@code analysis} data source, which may lag behind the primary.
 */
@ApplicationScoped
public class SalesReader {

  // Without the hint a fresh or outdated statistic makes the optimiser sort all rows.
  private static final String SELECT =
      """
      select t.customer_id, t.occurred_at, t.kind, t.total, t.line_count, t.quantity, t.currency,
        t.created_at, %s
      from sales_transaction t force index (sales_transaction_customer) %s
      where (? is null or t.occurred_at >= ?) and (? is null or t.occurred_at < ?)
        and (? is null or t.kind = ?) and (? is null or t.currency = ?)
        and (? is null or t.created_at <= ?)
      order by t.customer_id, t.occurred_at, t.id
      """;

  private static final String SELECT_OF_CUSTOMER =
      """
      select customer_id, occurred_at, kind, total, line_count, quantity, currency, created_at,
        null, null
      from sales_transaction
      where customer_id = ? and (? is null or created_at <= ?)
      order by occurred_at, id
      """;

  private static final String MAIN_CURRENCY =
      "select currency from sales_transaction group by currency order by count(*) desc, currency"
          + " limit 1";

  private final AgroalDataSource source;

  SalesReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every transaction that fits to {@code consumer}: by customer (anonymous first, then ids
   * in the order of their unsigned bytes), within a customer from the earliest on.
   *
   * <p>A connection is held until the consumer has seen all. What the consumer throws ends the
   * reading and is thrown on.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public void stream(SalesFilter filter, Consumer<SaleRow> consumer) {
    stream(filter, Set.of(), consumer);
  }

  /** As the other, with these traits of each. */
  public void stream(SalesFilter filter, Set<SaleTrait> traits, Consumer<SaleRow> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                TraitColumns.into(SELECT, traits),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      bind(select, filter);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(read(row));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Transactions cannot be read.", failure);
    }
  }

  /**
   * As {@link #stream}, the transactions of one customer.
   *
   * @param recordedUntil only what was known here at that moment; null for all
   */
  public void streamOf(UUID customer, @Nullable Instant recordedUntil, Consumer<SaleRow> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_OF_CUSTOMER)) {
      LocalDateTime known = recordedUntil == null ? null : Columns.utc(recordedUntil);
      select.setBytes(1, Columns.bytes(customer));
      select.setObject(2, known);
      select.setObject(3, known);
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(read(row));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Transactions cannot be read.", failure);
    }
  }

  /** The currency of most transactions, null when there is none; ties by code. */
  public @Nullable Currency mainCurrency() {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(MAIN_CURRENCY);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Money.currency(row.getString(1)) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException("Transactions cannot be read.", failure);
    }
  }

  private static void bind(PreparedStatement select, SalesFilter filter) throws SQLException {
    LocalDateTime from = filter.from() == null ? null : Columns.utc(filter.from());
    LocalDateTime until = filter.until() == null ? null : Columns.utc(filter.until());
    String kind = filter.kind() == null ? null : filter.kind().name();
    String currency = filter.currency() == null ? null : filter.currency().getCurrencyCode();
    LocalDateTime known =
        filter.recordedUntil() == null ? null : Columns.utc(filter.recordedUntil());
    Object[] values = {from, from, until, until, kind, kind, currency, currency, known, known};
    for (int i = 0; i < values.length; i++) {
      select.setObject(i + 1, values[i]);
    }
  }

  private static SaleRow read(ResultSet row) throws SQLException {
    return new SaleRow(
        Columns.uuidOrNull(row.getBytes(1)),
        Columns.instant(row.getObject(2, LocalDateTime.class)),
        Kind.valueOf(row.getString(3)),
        row.getBigDecimal(4),
        row.getInt(5),
        row.getLong(6),
        Money.currency(row.getString(7)),
        Columns.instant(row.getObject(8, LocalDateTime.class)),
        TraitColumns.channel(row, 9),
        TraitColumns.kind(row, 10));
  }
}
