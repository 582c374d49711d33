package org.kexin.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Database;

/** The list of columns, and the columns that there are. */
final class PersonalColumns {

  private static final Set<String> NOT_OF_PERSONS = Set.of("NONE", "STAFF");

  private PersonalColumns() {}

  /** Classes by {@code table.column}, as the list says. */
  static Map<String, String> classified() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PersonalColumns.class.getResourceAsStream("/personal-columns.txt")),
                StandardCharsets.UTF_8))) {
      Map<String, String> classes = new TreeMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(
              words -> {
                if (classes.put(words[0], words[1]) != null) {
                  throw new AssertionError(words[0] + " stands twice in the list.");
                }
              });
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that hold something of a person, {@code table.column}. */
  static Set<String> personal() {
    return classified().entrySet().stream()
        .filter(column -> !NOT_OF_PERSONS.contains(column.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those whose values a person is given. */
  static Set<String> givenOut() {
    Map<String, String> classes = classified();
    return personal().stream()
        .filter(column -> !Objects.equals(classes.get(column), "DERIVED"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All columns of the schema, {@code table.column}; those of the migration tool left out. */
  static Set<String> ofSchema() throws SQLException {
    Set<String> columns = new TreeSet<>();
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select concat(table_name, '.', column_name) as name from information_schema.columns"
                + " where table_schema = ? and table_name not like 'flyway%'"
                // A view holds nothing of its own.
                + " and table_name not in (select table_name from information_schema.views where"
                + " table_schema = ?)",
            Database.schema(), Database.schema())) {
      columns.add(String.valueOf(row.get("name")));
    }
    return columns;
  }

  /** The columns that hold these bytes anywhere. */
  static Set<String> holding(byte[] bytes) throws SQLException {
    Set<String> found = new TreeSet<>();
    for (String column : ofSchema()) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      if (!Database.rows(
              "select 1 from `%s` where instr(cast(`%s` as binary), cast(? as binary)) > 0 limit 1"
                  .formatted(table, name),
              (Object) bytes)
          .isEmpty()) {
        found.add(column);
      }
    }
    return found;
  }
}
