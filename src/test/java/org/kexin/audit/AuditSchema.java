package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/**
 * A schema of its own on the real MySQL, whose log may be tampered with: the service's log is
 * shared by all other tests. Writes as the service does, through a pool, but as root.
 */
final class AuditSchema implements AutoCloseable {

  static final String SIGNING_KEY = "a2V4aW4tc2FtcGxlLWF1ZGl0LXNpZ25pbmcta2V5LTE=";
  static final List<String> TABLES =
      List.of("access_person", "access_user", "access_batch", "access_chain", "access_checkpoint");

  private static final int CHECKPOINT_RECORDS = 10;

  private final String name = "kexin_audit_" + People.digits(9);
  private final Clock clock = new Clock(java.time.Clock.systemUTC());
  private final Ids ids = new Ids(clock);
  private final AgroalDataSource source;

  private final LocalParts.Root root = LocalParts.root();
  private final String url = root.url().replaceFirst("/\\?", "/" + name + "?");

  private AuditSchema() throws SQLException {
    try (Connection connection = LocalParts.rootConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    Flyway.configure()
        .dataSource(url + "&rewriteBatchedStatements=true", root.user(), root.password())
        .placeholders(
            Map.of(
                "application-user",
                LocalParts.serviceUser(),
                "analysis-user",
                LocalParts.serviceUser()))
        .load()
        .migrate();
    source =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    pool ->
                        pool.maxSize(8)
                            .acquisitionTimeout(Duration.ofSeconds(10))
                            .connectionFactoryConfiguration(
                                factory ->
                                    factory
                                        .jdbcTransactionIsolation(
                                            AgroalConnectionFactoryConfiguration
                                                .TransactionIsolation.READ_COMMITTED)
                                        .jdbcUrl(url + "&rewriteBatchedStatements=true")
                                        .principal(new NamePrincipal(root.user()))
                                        .credential(new SimplePassword(root.password())))));
  }

  /** A fresh schema at the present version. */
  static AuditSchema create() throws SQLException {
    return new AuditSchema();
  }

  String url() {
    return url;
  }

  String user() {
    return root.user();
  }

  String password() {
    return root.password();
  }

  AccessRecords records() {
    return new AccessRecords(source, ids, clock);
  }

  /** A chainer that signs with this key and exports to this file. */
  Chainer chainer(String signingKey, Path export) {
    AuditConfig config = new Settings(signingKey, Optional.of(export));
    return new Chainer(
        source,
        new SigningKey(signingKey),
        new CheckpointExport(config, new CheckpointWitness(config, clock)),
        config,
        ids,
        clock);
  }

  ChangeCarrier carrier() {
    return new ChangeCarrier(ids, clock);
  }

  /** Adds records of changes as a transaction does that has just been committed. */
  List<UUID> change(int count) throws SQLException {
    List<UUID> made = new ArrayList<>();
    try (Connection connection = connection();
        PreparedStatement insert =
            connection.prepareStatement("insert into change_outbox values (?, ?)")) {
      for (int i = 0; i < count; i++) {
        UUID id = ids.next();
        insert.setBytes(1, Columns.bytes(id));
        insert.setString(2, AccessLine.of(record(id, clock.now(), List.of(ids.next()))));
        insert.addBatch();
        made.add(id);
      }
      insert.executeBatch();
    }
    return made;
  }

  Connection connection() throws SQLException {
    return source.getConnection();
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** An empty log. */
  void truncate() throws SQLException {
    for (String table : TABLES) {
      execute("truncate " + table);
    }
  }

  /** Changes what stands in the batch of a link. */
  void editBatch(long seq, UnaryOperator<List<String>> change) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update access_batch set records = ? where writer = ? and number = ?")) {
      AccessBatch batch =
          Objects.requireNonNull(
              new ChainTables(connection).linksAfter(seq - 1, 1).getFirst().batch());
      update.setString(1, String.join("\n", change.apply(batch.lines())));
      update.setBytes(2, Columns.bytes(batch.writer()));
      update.setLong(3, batch.number());
      update.executeUpdate();
    }
  }

  /** Lines of some records as a service makes them, each about up to three persons. */
  List<String> someLines(int count) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<UUID> persons = IntStream.range(0, i % 4).mapToObj(it -> ids.next()).toList();
      made.add(AccessLine.of(record(ids.next(), clock.now(), persons)));
    }
    return made;
  }

  static AccessRecord record(UUID id, Instant at, List<UUID> persons) {
    return new AccessRecord(
        id,
        at,
        "用户-1",
        "kexin-cli",
        persons.isEmpty() ? null : "customer-service",
        new TreeSet<>(List.of("sales", "service-agent")),
        "service",
        "listCustomers",
        persons.isEmpty() ? Outcome.NOTHING_SHOWN : Outcome.DISCLOSED,
        200,
        persons,
        persons.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of("name")),
        new TreeSet<>(List.of("emails", "phones")),
        Collections.emptySortedSet(),
        persons.isEmpty()
            ? null
            : new Justification(Justification.Kind.BREAK_GLASS, "Call-back was promised."),
        id.toString(),
        "192.0.2.7");
  }

  @Override
  public void close() throws SQLException {
    source.close();
    try (Connection connection = LocalParts.rootConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database " + name);
    }
  }

  private record Settings(String signingKey, Optional<Path> checkpointFile) implements AuditConfig {

    @Override
    public int queue() {
      return 100;
    }

    @Override
    public int batch() {
      return 100;
    }

    @Override
    public int checkpointRecords() {
      return CHECKPOINT_RECORDS;
    }

    @Override
    public Duration checkpointEvery() {
      return Duration.ofHours(1);
    }

    @Override
    public Optional<URI> witnessUrl() {
      return Optional.empty();
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(5);
    }
  }
}
