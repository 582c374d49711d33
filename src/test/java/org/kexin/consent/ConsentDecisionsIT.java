package org.kexin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.access.ConsentedUse.PROFILING;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Consents.decisions;
import static org.kexin.testing.Consents.given;
import static org.kexin.testing.Consents.record;
import static org.kexin.testing.Consents.withdrawn;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** How decisions stand in the table: found without reading histories, and never rewritten. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ConsentDecisionsIT {

  @Inject ConsentRegister register;
  @Inject ConsentDecisions decisions;
  @Inject AgroalDataSource source;

  @Test
  void theRegisterAnswersForManyAtOnceAndForNobodyUnknown() {
    String agrees = created(aPerson());
    record(agrees, given("PROFILING"), given("SENSITIVE_DATA"));
    String silent = created(aPerson());
    UUID unknown = People.anId();

    assertThat(register.given(List.of(UUID.fromString(agrees), UUID.fromString(silent), unknown)))
        .isEqualTo(
            Map.of(
                UUID.fromString(agrees),
                Set.of(PROFILING, ConsentedUse.SENSITIVE_DATA),
                UUID.fromString(silent),
                Set.of(),
                unknown,
                Set.of()));
    assertThat(register.given(List.of())).isEmpty();
    List<UUID> many = Stream.generate(People::anId).limit(1_001).toList();
    assertThat(register.given(many.subList(0, 1_000))).hasSize(1_000);
    assertThatThrownBy(() -> register.given(many)).isInstanceOf(IllegalArgumentException.class);
  }

  /** A pod whose clock is ahead recorded the consent; the withdrawal is recorded by another. */
  @Test
  void aWithdrawalTakesEffectAlsoAfterAConsentFromAFastClock() throws SQLException {
    String id = created(aPerson());
    record(id, given("PROFILING"));
    execute(
        "update consent_decision set decided_at = decided_at + interval 1 hour"
            + " where person_id = uuid_to_bin('%s')".formatted(id));
    assertThat(uses(id)).containsExactly(PROFILING);

    record(id, withdrawn("PROFILING"));

    assertThat(uses(id)).isEmpty();
  }

  /** However long a history is, the present state reads the newest of each use and channel only. */
  @Test
  void thePresentStateIsReadFromTheIndexWithoutTheHistory() throws SQLException {
    String id = created(aPerson());
    record(id, given("PROFILING"));
    execute(
        """
        insert into consent_decision
        with recursive n as (select 1 as i union all select i + 1 from n where i < 900)
        select d.person_id, d.consented_use, d.channel, d.decided_at - interval n.i second,
          random_bytes(16), d.decision, d.valid_until, d.given_by, d.notice_id, d.evidence_kind,
          d.evidence_reference, d.collected_through, d.recorded_at, d.recorded_by
        from consent_decision d join n where d.person_id = uuid_to_bin('%s')
        """
            .formatted(id),
        "analyze table consent_decision");

    // One transaction is one connection, whose counters are its own.
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              List<UUID> others = Stream.generate(People::anId).limit(999).toList();
              List<UUID> all = new ArrayList<>(others);
              all.add(UUID.fromString(id));
              long before = entriesRead();
              List<RecordedDecision> one = decisions.newest(List.of(UUID.fromString(id)));
              long forOne = entriesRead() - before;
              assertThat(decisions.newest(others)).isEmpty();
              long forOthers = entriesRead() - before - forOne;
              List<RecordedDecision> thousand = decisions.newest(all);
              long forAll = entriesRead() - before - forOne - forOthers;

              assertThat(one).hasSize(1).isEqualTo(thousand);
              assertThat(forOne).isLessThan(50);
              assertThat(forAll - forOthers).isLessThan(50);
            });
    assertThat(register.given(List.of(UUID.fromString(id))))
        .isEqualTo(Map.of(UUID.fromString(id), Set.of(PROFILING)));
  }

  @Test
  void readingConsentsIsOneRecordedAccess() {
    String id = created(aPerson());
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}/consents", id).then().statusCode(200);

    Api.as(PRIVACY_OFFICER)
        .get("/v1/customers/{id}/accesses", id)
        .then()
        // The record of the creation comes by way of the outbox, before or after.
        .body("items.findAll { it.operation == 'getConsents' }", hasSize(1))
        .body("items.find { it.operation == 'getConsents' }.disclosed", contains("consents"));
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveWhatWasDecided() throws SQLException {
    record(created(aPerson()), given("PROFILING"));
    Config config = ConfigProvider.getConfig();
    try (Connection application =
            DriverManager.getConnection(
                config.getValue("kexin.db.url", String.class),
                config.getValue("kexin.db.user", String.class),
                config.getValue("kexin.db.password", String.class));
        Statement statement = application.createStatement()) {
      for (String table : List.of("consent_decision", "privacy_notice")) {
        for (String sql :
            List.of(
                "update " + table + " set id = id",
                "delete from " + table,
                "truncate " + table,
                "drop table " + table)) {
          assertThatThrownBy(() -> statement.execute(sql))
              .as(sql)
              .isInstanceOf(SQLException.class)
              .hasMessageContaining("command denied to user");
        }
      }
    }
  }

  private Set<ConsentedUse> uses(String customer) {
    UUID id = UUID.fromString(customer);
    return register.given(List.of(id)).getOrDefault(id, Set.of());
  }

  /** Entries of indexes and rows that the connection of this transaction has read so far. */
  private long entriesRead() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show session status like 'Handler\\_read\\_%'")) {
      long sum = 0;
      while (row.next()) {
        sum += row.getLong(2);
      }
      return sum;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = Database.connection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
