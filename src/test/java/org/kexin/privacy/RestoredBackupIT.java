package org.kexin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;

/** A backup from before an erasure, restored after it: the person does not come back. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RestoredBackupIT {

  /**
   * The tables that a backup of the data brings back, and whose rows; the keys are backed up apart.
   */
  private static final Map<String, String> BACKED_UP =
      Map.of(
          "customer", "id = ?",
          "customer_lookup", "customer_id = ?",
          "customer_external_id", "customer_id = ?",
          "sales_transaction", "customer_id = ?",
          "import_customer", "customer_id = ?");

  @Inject Eraser eraser;

  @Test
  void erasuresAreRepeatedOnARestoredBackup() throws SQLException, IOException {
    CanaryPerson person = CanaryPerson.individual();
    UUID id = UUID.fromString(person.id);
    for (Map.Entry<String, String> table : BACKED_UP.entrySet()) {
      execute("drop table if exists backup_" + table.getKey());
      execute("create table backup_" + table.getKey() + " like " + table.getKey());
      execute(
          "insert into backup_%1$s (%2$s) select %2$s from %1$s where %3$s"
              .formatted(table.getKey(), columns(table.getKey()), table.getValue()),
          Database.bytes(person.id));
    }
    try {
      PrivacyCalls.erased(PrivacyCalls.identified(person.id, "ERASURE"));
      restore();
      execute("delete from erasure where person_id = ?", Database.bytes(person.id));
      assertThat(PersonalColumns.holding(person.name.getBytes(StandardCharsets.UTF_8)))
          .contains("customer.name");
      assertThat(Database.rows("select 1 from data_key where owner = ?", Database.bytes(person.id)))
          .as("what is sealed stays unreadable: its key is gone")
          .isEmpty();

      List<ErasureFile.Line> written =
          Files.readAllLines(Path.of("target", "erasures.txt")).stream()
              .map(ErasureFile.Line::in)
              .flatMap(Optional::stream)
              .filter(line -> line.person().equals(id))
              .toList();
      assertThat(written).hasSize(1);
      Path file = Path.of("target", "erasures-to-repeat.txt");
      Files.writeString(file, "another line\n" + written.getFirst().text() + "\n");
      drop();

      assertThat(new ErasureReplay(eraser).replay(file)).isEqualTo(1);

      for (String mark : person.marks()) {
        assertThat(PersonalColumns.holding(mark.getBytes(StandardCharsets.UTF_8)))
            .as(mark)
            .isEmpty();
      }
      assertThat(
              Database.rows(
                  "select 1 from sales_transaction where customer_id = ?",
                  Database.bytes(person.id)))
          .isEmpty();
      assertThat(
              Database.rows("select 1 from erasure where person_id = ?", Database.bytes(person.id)))
          .hasSize(1);
      assertThat(new ErasureReplay(eraser).replay(file)).as("a second time").isZero();
    } finally {
      drop();
    }
  }

  private static void restore() throws SQLException {
    restore("customer");
    restore("customer_lookup");
    restore("customer_external_id");
    restore("sales_transaction");
    restore("import_customer");
  }

  private static void restore(String table) throws SQLException {
    execute(
        "replace into %1$s (%2$s) select %2$s from backup_%1$s".formatted(table, columns(table)));
  }

  /** Those that are stored; what is computed of them comes back by itself. */
  private static String columns(String table) throws SQLException {
    return Database.rows(
            "select column_name as name from information_schema.columns"
                + " where table_schema = ? and table_name = ? and generation_expression = ''"
                + " order by ordinal_position",
            Database.schema(),
            table)
        .stream()
        .map(column -> "`" + column.get("name") + "`")
        .collect(Collectors.joining(", "));
  }

  private static void drop() throws SQLException {
    for (String table : BACKED_UP.keySet()) {
      execute("drop table if exists backup_" + table);
    }
  }

  private static void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
