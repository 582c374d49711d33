package org.kexin.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Money;

/**
 * The rows of one intake, in one statement per question and not per row. Plain JDBC: half a million
 * entities would spend most of the time in the persistence context.
 */
final class IntakeRows {

  private static final String INSERT_HEADER =
      """
      insert into sales_transaction (id, kind, source, number, customer_id, channel, currency,
        occurred_at, total, line_count, quantity, created_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """;
  private static final String UPDATE_HEADER =
      """
      update sales_transaction set occurred_at = ?, total = ?, line_count = ?, quantity = ?,
        version = version + 1
      where id = ?
      """;
  private static final String INSERT_LINE =
      """
      insert into sales_transaction_line (transaction_id, line_no, product_id, quantity, unit_price,
        returned, return_of_transaction_id, return_of_line_no)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE_LINE =
      "update sales_transaction_line set returned = ? where transaction_id = ? and line_no = ?";

  private final Connection connection;
  private final Clock clock;

  IntakeRows(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** The ids of the transactions with these numbers that are stored. */
  Set<UUID> idsOf(Collection<ImportedTransaction.NumberedBy> references) throws SQLException {
    Map<String, Set<String>> numbersBySource =
        references.stream()
            .collect(
                Collectors.groupingBy(
                    ImportedTransaction.NumberedBy::source,
                    Collectors.mapping(
                        ImportedTransaction.NumberedBy::number, Collectors.toSet())));
    Set<UUID> found = new HashSet<>();
    for (Map.Entry<String, Set<String>> source : numbersBySource.entrySet()) {
      Set<String> numbers = source.getValue();
      try (PreparedStatement select =
          connection.prepareStatement(
              "select id from sales_transaction where source = ? and number in ("
                  + Columns.parameters(numbers)
                  + ")")) {
        select.setString(1, source.getKey());
        Columns.bindTexts(select, 2, numbers);
        readIds(select, found);
      }
    }
    return found;
  }

  /** The ids of orders by which these customers bought any of these products. */
  Set<UUID> idsOfPurchases(Set<UUID> customers, Set<UUID> products) throws SQLException {
    Set<UUID> found = new HashSet<>();
    try (PreparedStatement select = purchases("distinct t.id", customers, products, "")) {
      bindPurchases(select, customers, products);
      readIds(select, found);
    }
    return found;
  }

  /**
   * These transactions, locked in the order of their ids so that two intakes never wait crossed.
   */
  Map<UUID, IntakeHeader> lock(Set<UUID> ids) throws SQLException {
    Map<UUID, IntakeHeader> locked = new HashMap<>();
    if (ids.isEmpty()) {
      return locked;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from sales_transaction where id in ("
                + Columns.parameters(ids)
                + ") order by id for update")) {
      Columns.bind(select, 1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          IntakeHeader header = header(row);
          locked.put(header.id(), header);
        }
      }
    }
    return locked;
  }

  /** Tells each transaction which lines it has. */
  void readLineNumbers(Map<UUID, IntakeHeader> locked, Set<UUID> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select transaction_id, line_no from sales_transaction_line where transaction_id in ("
                + Columns.parameters(ids)
                + ")")) {
      Columns.bind(select, 1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          IntakeHeader header = locked.get(Columns.uuid(row.getBytes(1)));
          if (header != null) {
            header.knows(row.getInt(2));
          }
        }
      }
    }
  }

  /** Order lines of locked orders by which these customers bought any of these products. */
  List<IntakeLine> purchases(
      Map<UUID, IntakeHeader> locked, Set<UUID> customers, Set<UUID> products) throws SQLException {
    List<IntakeLine> found = new ArrayList<>();
    try (PreparedStatement select =
        purchases(
            "l.*",
            customers,
            products,
            "and t.id in (" + Columns.parameters(locked.keySet()) + ")")) {
      int next = bindPurchases(select, customers, products);
      Columns.bind(select, next, locked.keySet());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          IntakeHeader order = locked.get(Columns.uuid(row.getBytes("transaction_id")));
          if (order != null) {
            found.add(line(order, row));
          }
        }
      }
    }
    return found;
  }

  /** Writes what a batch decided. */
  void write(IntakeBatch batch) throws SQLException {
    insertHeaders(batch.newHeaders());
    updateHeaders(batch.changedHeaders());
    insertLines(batch.newLines());
    updateLines(batch.changedPurchases());
  }

  private void insertHeaders(Collection<IntakeHeader> headers) throws SQLException {
    LocalDateTime now = Columns.utc(clock.now());
    try (PreparedStatement insert = connection.prepareStatement(INSERT_HEADER)) {
      for (IntakeHeader header : headers) {
        insert.setBytes(1, Columns.bytes(header.id()));
        insert.setString(2, header.kind().name());
        insert.setString(3, header.reference().source());
        insert.setString(4, header.reference().number());
        insert.setBytes(5, Columns.bytesOrNull(header.customerId()));
        insert.setString(6, header.channel().name());
        insert.setString(7, header.currency().getCurrencyCode());
        insert.setObject(8, Columns.utc(header.occurredAt()));
        insert.setBigDecimal(9, header.total());
        insert.setInt(10, header.lineCount());
        insert.setLong(11, header.quantity());
        insert.setObject(12, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void updateHeaders(Collection<IntakeHeader> headers) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_HEADER)) {
      for (IntakeHeader header : headers) {
        update.setObject(1, Columns.utc(header.occurredAt()));
        update.setBigDecimal(2, header.total());
        update.setInt(3, header.lineCount());
        update.setLong(4, header.quantity());
        update.setBytes(5, Columns.bytes(header.id()));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void insertLines(Collection<IntakeLine> lines) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
      for (IntakeLine line : lines) {
        IntakeLine original = line.original();
        insert.setBytes(1, Columns.bytes(line.header().id()));
        insert.setInt(2, line.lineNo());
        insert.setBytes(3, Columns.bytes(line.productId()));
        insert.setInt(4, line.quantity());
        insert.setBigDecimal(5, line.unitPrice());
        insert.setInt(6, line.returned());
        insert.setBytes(7, original == null ? null : Columns.bytes(original.header().id()));
        insert.setObject(8, original == null ? null : original.lineNo(), Types.INTEGER);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void updateLines(Collection<IntakeLine> lines) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_LINE)) {
      for (IntakeLine line : lines) {
        update.setInt(1, line.returned());
        update.setBytes(2, Columns.bytes(line.header().id()));
        update.setInt(3, line.lineNo());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private PreparedStatement purchases(
      String what, Set<UUID> customers, Set<UUID> products, String condition) throws SQLException {
    // The join must start at the customer: started at the product, which many bought, it would read
    // a multiple of the lines.
    return connection.prepareStatement(
        """
        select %s
        from sales_transaction t straight_join sales_transaction_line l on l.transaction_id = t.id
        where t.customer_id in (%s) and t.kind = 'ORDER'
          and l.product_id in (%s) and l.returned < l.quantity %s
        """
            .formatted(
                what, Columns.parameters(customers), Columns.parameters(products), condition));
  }

  private static int bindPurchases(
      PreparedStatement select, Set<UUID> customers, Set<UUID> products) throws SQLException {
    int next = Columns.bind(select, 1, customers);
    return Columns.bind(select, next, products);
  }

  private static void readIds(PreparedStatement select, Set<UUID> found) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(Columns.uuid(row.getBytes(1)));
      }
    }
  }

  private static IntakeHeader header(ResultSet row) throws SQLException {
    return new IntakeHeader(
        Columns.uuid(row.getBytes("id")),
        Kind.valueOf(row.getString("kind")),
        new ImportedTransaction.NumberedBy(row.getString("source"), row.getString("number")),
        Columns.uuidOrNull(row.getBytes("customer_id")),
        Channel.valueOf(row.getString("channel")),
        Money.currency(row.getString("currency")),
        Columns.instant(row.getObject("occurred_at", LocalDateTime.class)),
        row.getBigDecimal("total"),
        row.getInt("line_count"),
        row.getLong("quantity"));
  }

  private static IntakeLine line(IntakeHeader order, ResultSet row) throws SQLException {
    return new IntakeLine(
        order,
        row.getInt("line_no"),
        Columns.uuid(row.getBytes("product_id")),
        row.getInt("quantity"),
        row.getBigDecimal("unit_price"),
        row.getInt("returned"));
  }
}
