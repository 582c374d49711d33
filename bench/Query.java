import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the rows of one SQL query, tab separated, for the scripts beside it: {@code java -cp
 * CONNECTOR_J bench/Query.java URL USER PASSWORD SQL}. MySQL's own client is not among the local
 * parts.
 */
final class Query {

  private Query() {}

  public static void main(String[] arguments) throws SQLException {
    try (var connection =
            DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        var statement = connection.createStatement()) {
      if (!statement.execute(arguments[3])) {
        return;
      }
      var rows = statement.getResultSet();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          cells.add(String.valueOf(rows.getString(column)));
        }
        System.out.println(String.join("\t", cells));
      }
    }
  }
}
