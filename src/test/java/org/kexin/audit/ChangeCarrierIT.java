package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kexin.testing.Together;

/** Records of changes come into the log exactly once, whoever dies when. */
class ChangeCarrierIT {

  private static AuditSchema schema;

  @TempDir Path directory;

  @BeforeAll
  static void migrate() throws SQLException {
    schema = AuditSchema.create();
  }

  @AfterAll
  static void drop() throws SQLException {
    schema.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    schema.truncate();
    schema.execute("truncate change_outbox");
  }

  @Test
  void whoDiesBetweenAddingAndTakingAwayHasDoneNeither() throws SQLException {
    List<UUID> changes = schema.change(3);
    ChangeCarrier carrier = schema.carrier();
    try (Connection connection = schema.connection()) {
      connection.setAutoCommit(false);
      carrier.carry(connection);
      connection.rollback();
    }
    assertThat(outbox()).isEqualTo(3);
    assertThat(inLog()).isEmpty();

    try (Connection connection = schema.connection()) {
      connection.setAutoCommit(false);
      carrier.carry(connection);
      connection.commit();
    }

    assertThat(outbox()).isZero();
    assertThat(inLog()).containsExactlyInAnyOrderElementsOf(changes);
  }

  @Test
  void aCarrierThatFailedLeavesNoGapInItsNumbers() throws SQLException {
    ChangeCarrier carrier = schema.carrier();
    for (boolean committed : new boolean[] {true, false, true}) {
      schema.change(1);
      try (Connection connection = schema.connection()) {
        connection.setAutoCommit(false);
        carrier.carry(connection);
        if (committed) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
    }

    assertThat(numbers()).containsExactly(0L, 1L);
    assertThat(inLog()).hasSize(3);
  }

  @Test
  void whatIsNotCommittedIsNeitherCarriedNorWaitedFor() throws SQLException {
    try (Connection changing = schema.connection();
        Statement statement = changing.createStatement()) {
      changing.setAutoCommit(false);
      statement.execute("insert into change_outbox values (unhex(repeat('00', 16)), 'x')");
      List<UUID> committed = schema.change(2);

      chainer("pod").extend();

      assertThat(inLog()).containsExactlyInAnyOrderElementsOf(committed);
      changing.rollback();
    }
  }

  @Test
  void podsCarryEachChangeOnce() throws SQLException, InterruptedException, ExecutionException {
    int pods = 4;
    int rounds = 25;
    List<UUID> changes = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Boolean>> things = new ArrayList<>();
    for (int pod = 0; pod < pods; pod++) {
      Chainer chainer = chainer("pod-" + pod);
      things.add(
          () -> {
            for (int round = 0; round < rounds; round++) {
              chainer.extend();
            }
            return true;
          });
      things.add(
          () -> {
            for (int round = 0; round < rounds; round++) {
              changes.addAll(schema.change(7));
            }
            return true;
          });
    }
    Together.run(things);
    chainer("last").extend();

    assertThat(outbox()).isZero();
    assertThat(inLog()).hasSize(pods * rounds * 7).containsExactlyInAnyOrderElementsOf(changes);
  }

  private Chainer chainer(String pod) {
    return schema.chainer(AuditSchema.SIGNING_KEY, directory.resolve(pod + ".txt"));
  }

  private static long outbox() throws SQLException {
    return longs("select count(*) from change_outbox").getFirst();
  }

  private static List<Long> numbers() throws SQLException {
    return longs("select number from access_batch order by number");
  }

  private static List<Long> longs(String sql) throws SQLException {
    try (Connection connection = schema.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<Long> longs = new ArrayList<>();
      while (row.next()) {
        longs.add(row.getLong(1));
      }
      return longs;
    }
  }

  /** The ids of all records, in the chain or not, each as often as it is there. */
  private static List<UUID> inLog() throws SQLException {
    try (Connection connection = schema.connection()) {
      ChainTables tables = new ChainTables(connection);
      List<AccessBatch> batches = new ArrayList<>();
      tables
          .linksAfter(0, 10_000)
          .forEach(stored -> batches.add(Objects.requireNonNull(stored.batch())));
      batches.addAll(tables.waiting(new UUID(0, 0), 10_000));
      return batches.stream()
          .flatMap(batch -> batch.lines().stream())
          .map(line -> AccessLine.read(line).id())
          .toList();
    }
  }
}
