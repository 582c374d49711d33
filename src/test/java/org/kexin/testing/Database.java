package org.kexin.testing;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** What stands in the service's schema, seen past the service. */
public final class Database {

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = ?";

  private Database() {}

  /** A connection to the schema that may do everything. */
  public static Connection connection() throws SQLException {
    Connection connection = LocalParts.rootConnection();
    connection.setCatalog(schema());
    return connection;
  }

  /** The schema's name. */
  public static String schema() {
    String url = ConfigProvider.getConfig().getValue("kexin.db.url", String.class);
    return url.replaceAll("^[^/]*//[^/]*/([^?]*).*", "$1");
  }

  /** Rows of a query by column; binary ids of sixteen bytes as {@link UUID}. */
  public static List<Map<String, @Nullable Object>> rows(String sql, Object... parameters)
      throws SQLException {
    try (Connection connection = connection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Map<String, @Nullable Object> columns = new LinkedHashMap<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.put(row.getMetaData().getColumnLabel(i), value(row.getObject(i)));
          }
          rows.add(columns);
        }
      }
      return rows;
    }
  }

  /**
   * Returns once some transaction waits for a lock that another holds.
   *
   * @throws IllegalStateException if none does within ten seconds
   */
  public static void awaitLockWait() {
    long deadline = System.nanoTime() + 10_000_000_000L;
    try {
      while (rows("select 1 from performance_schema.data_lock_waits").isEmpty()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("Nobody waits for a lock.");
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Rows in each table that holds what callers said; the log of who looked is left out. */
  public static Map<String, Long> counts() throws SQLException {
    return counts("");
  }

  /** As {@link #counts()}, for the tables whose names begin so. */
  public static Map<String, Long> counts(String prefix) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (Map<String, @Nullable Object> table : rows(TABLES, schema())) {
      String name = String.valueOf(table.values().iterator().next());
      if (name.startsWith(prefix) && !name.startsWith("access_") && !name.startsWith("flyway_")) {
        Object count = rows("select count(*) from " + name).getFirst().values().iterator().next();
        counts.put(name, ((Number) java.util.Objects.requireNonNull(count)).longValue());
      }
    }
    return counts;
  }

  /** The access records of a request, oldest first, as maps of their JSON. */
  public static List<Map<String, @Nullable Object>> accesses(String requestId) throws SQLException {
    List<Map<String, @Nullable Object>> accesses = new ArrayList<>();
    for (Map<String, @Nullable Object> batch :
        rows(
            "select records from access_batch where locate(?, records) > 0 order by written_at",
            requestId)) {
      String.valueOf(batch.get("records"))
          .lines()
          .map(line -> new JsonPath(line).<String, @Nullable Object>getMap(""))
          .filter(access -> requestId.equals(access.get("requestId")))
          .forEach(access -> accesses.add(new TreeMap<>(access)));
    }
    return accesses;
  }

  /** An id as the tables hold it. */
  public static byte[] bytes(String id) {
    return Columns.bytes(UUID.fromString(id));
  }

  private static @Nullable Object value(@Nullable Object column) {
    if (column instanceof byte[] bytes && bytes.length == 16) {
      return Columns.uuid(bytes);
    }
    return column;
  }
}
