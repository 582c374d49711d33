import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes SQL statements one after the other in one session and prints their rows, tab separated,
 * for the scripts beside it: {@code java -cp CONNECTOR_J bench/Query.java URL USER PASSWORD
 * SQL...}. MySQL's own client is not among the local parts.
 */
final class Query {

  private Query() {}

  public static void main(String[] arguments) throws SQLException {
    try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        var statement = connection.createStatement()) {
      for (int i = 3; i < arguments.length; i++) {
        if (statement.execute(arguments[i])) {
          print(statement.getResultSet());
        }
      }
    }
  }

  private static void print(ResultSet rows) throws SQLException {
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
