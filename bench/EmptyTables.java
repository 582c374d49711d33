import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties every table of a schema but Flyway's, for the scripts beside it: {@code java -cp
 * CONNECTOR_J bench/EmptyTables.java URL USER PASSWORD SCHEMA}. Much faster than a fresh schema, and
 * the service may stay connected.
 */
final class EmptyTables {

  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = ? and table_name not like 'flyway%'";

  private EmptyTables() {}

  public static void main(String[] arguments) throws SQLException {
    try (var connection =
            DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        var select = connection.prepareStatement(TABLES);
        var truncate = connection.createStatement()) {
      select.setString(1, arguments[3]);
      List<String> tables = new ArrayList<>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        truncate.executeUpdate("truncate table " + arguments[3] + "." + table);
      }
    }
  }
}
