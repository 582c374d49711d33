package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;

/** The lines that imports refused, their text sealed under the key of the run. */
@ApplicationScoped
class Refusals {

  private static final String SEALED_IN = "import_refusal.raw";

  private final DataSource source;
  private final DataKeys keys;

  Refusals(DataSource source, DataKeys keys) {
    this.source = source;
    this.keys = keys;
  }

  /** Adds refusals in one statement. */
  void add(UUID importId, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    DataKey key = keys.findOrThrow(importId);
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into import_refusal (import_id, number, line, code, detail, raw)"
                    + " values (?, ?, ?, ?, ?, ?)")) {
      for (Refusal refusal : refusals) {
        Sql.bind(
            insert,
            importId,
            refusal.number(),
            refusal.line(),
            refusal.code(),
            refusal.detail(),
            key.seal(SEALED_IN, refusal.raw().getBytes(StandardCharsets.UTF_8)));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  /** Refusals in the order of the file, from behind the row {@code after}. */
  List<Refusal> after(UUID importId, long after, int limit) {
    // None can be read, and none needs to be, once the key of the run was destroyed.
    DataKey key = keys.find(importId).orElse(null);
    if (key == null) {
      return List.of();
    }
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from import_refusal where import_id = ? and number > ?"
                    + " order by number limit ?")) {
      Sql.bind(select, importId, after, limit);
      List<Refusal> refusals = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          refusals.add(
              new Refusal(
                  row.getLong("number"),
                  row.getLong("line"),
                  row.getString("code"),
                  row.getString("detail"),
                  new String(key.open(SEALED_IN, row.getBytes("raw")), StandardCharsets.UTF_8)));
        }
      }
      return refusals;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }
}
