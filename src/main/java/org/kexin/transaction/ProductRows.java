package org.kexin.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;

/** Products of an intake, found and made by code in one statement for any number of codes. */
final class ProductRows {

  // Somebody may insert the same code at the same moment; then theirs is the product.
  private static final String INSERT =
      """
      insert into product (id, code, name, created_at, version) values (?, ?, ?, ?, 0)
      on duplicate key update product.code = product.code
      """;
  private static final String UPDATE_NAME =
      "update product set name = ?, version = version + 1 where id = ? and name is null";

  private final Connection connection;

  ProductRows(Connection connection) {
    this.connection = connection;
  }

  /** A stored product. */
  record Row(UUID id, @Nullable String name) {}

  /** Products by code; codes that no product has are absent. */
  Map<String, Row> byCode(Collection<String> codes) throws SQLException {
    Map<String, Row> found = new HashMap<>();
    if (codes.isEmpty()) {
      return found;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, code, name from product where code in ("
                + Columns.parameters(codes)
                + ")")) {
      Columns.bindTexts(select, 1, codes);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getString("code"),
              new Row(Columns.uuid(row.getBytes("id")), row.getString("name")));
        }
      }
    }
    return found;
  }

  /** Adds products, in the order of their codes so that two intakes never wait crossed. */
  void insert(SortedMap<String, @Nullable String> nameByCode, Ids ids, Clock clock)
      throws SQLException {
    LocalDateTime now = Columns.utc(clock.now());
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Map.Entry<String, @Nullable String> product : nameByCode.entrySet()) {
        insert.setBytes(1, Columns.bytes(ids.next()));
        insert.setString(2, product.getKey());
        insert.setString(3, product.getValue());
        insert.setObject(4, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Names products that have no name yet. */
  void name(Map<UUID, String> nameById) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE_NAME)) {
      for (Map.Entry<UUID, String> product : nameById.entrySet()) {
        update.setString(1, product.getValue());
        update.setBytes(2, Columns.bytes(product.getKey()));
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
