package org.kexin.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.shared.Columns.bytes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Clock;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Statements;

/** A new key-encryption key, first beside and then in place of the one the service runs with. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class KeyRotationIT {

  private static final int KEYS = 1_201;
  private static final byte[] VALUE = {1, 2, 3};

  @Inject EntityManager entities;
  @Inject Clock clock;
  @Inject Ids ids;

  private final List<String> present =
      ConfigProvider.getConfig().getValues("kexin.encryption-keys", String.class);

  @Test
  void allKeysComeUnderTheNewOneAndOpenWhatTheySealed() throws SQLException {
    String fresh = Base64.getEncoder().encodeToString(Hashes.freshKey());
    List<UUID> owners = Stream.generate(ids::next).limit(KEYS).toList();
    DataKeys before = new DataKeys(entities, new KeyRing(present), clock);
    List<byte[]> sealed =
        QuarkusTransaction.requiringNew()
            .call(() -> owners.stream().map(o -> before.create(o).seal("a.b", VALUE)).toList());
    KeyRing both = new KeyRing(List.of(fresh, present.getFirst()));

    try {
      new KeyRotation(entities, both).rotate();

      assertThat(under(both.current())).isGreaterThanOrEqualTo(KEYS);
      assertThat(under(both.former().iterator().next())).isZero();
      KeyRing freshOnly = new KeyRing(List.of(fresh));
      for (int i = 0; i < KEYS; i++) {
        assertThat(keyOf(owners.get(i), freshOnly).open("a.b", sealed.get(i))).isEqualTo(VALUE);
      }
    } finally {
      new KeyRotation(entities, new KeyRing(List.of(present.getFirst(), fresh))).rotate();
    }
    assertThat(under(both.current())).isZero();
  }

  @Test
  void financialStatementsAreReadWithTheNewKeyAlone() throws SQLException {
    String fresh = Base64.getEncoder().encodeToString(Hashes.freshKey());
    UUID customer = UUID.fromString(Statements.anEnterpriseWithOne());

    try {
      new KeyRotation(entities, new KeyRing(List.of(fresh, present.getFirst()))).rotate();

      Object sealed =
          only("select figures from financial_statement where customer_id = ?", bytes(customer));
      byte[] figures =
          keyOf(customer, new KeyRing(List.of(fresh)))
              .open("financial_statement.figures 2025-12-31/12 CNY", (byte[]) sealed);
      assertThat(new String(figures, StandardCharsets.UTF_8)).contains("\"revenue\":\"1500\"");
    } finally {
      new KeyRotation(entities, new KeyRing(List.of(present.getFirst(), fresh))).rotate();
    }
    Api.as(Api.SALES)
        .contentType("application/json")
        .body(Map.of("reason", "The keys were changed back."))
        .post(Statements.ONE + "/unmaskings", customer, Statements.YEAR_END, 12)
        .then()
        .statusCode(200)
        .body("figures.revenue", equalTo("1500"));
  }

  @Test
  void aDestroyedKeyIsGone() throws SQLException {
    DataKeys keys = new DataKeys(entities, new KeyRing(present), clock);
    UUID owner = ids.next();
    QuarkusTransaction.requiringNew().run(() -> keys.create(owner));

    QuarkusTransaction.requiringNew().run(() -> keys.destroy(owner));

    assertThat(Database.rows("select 1 from data_key where owner = ?", bytes(owner))).isEmpty();
  }

  private static long under(String key) throws SQLException {
    Object keys = only("select count(*) from data_key where wrapped_by = ?", key);
    return ((Number) keys).longValue();
  }

  private static DataKey keyOf(UUID owner, KeyRing ring) throws SQLException {
    Object wrapped = only("select wrapped from data_key where owner = ?", bytes(owner));
    return new DataKey(owner, ring.unwrap(owner, (byte[]) wrapped));
  }

  private static Object only(String sql, Object parameter) throws SQLException {
    return Objects.requireNonNull(
        Database.rows(sql, parameter).getFirst().values().iterator().next());
  }
}
