package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.kexin.testing.Api.SERVICE_AGENT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.kexin.encryption.BlindIndex;
import org.kexin.encryption.DataKeys;
import org.kexin.encryption.KeysForTests;
import org.kexin.shared.Hashes;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** A new look-up key in place of the one the service runs with, and back. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LookupRotationIT {

  private final List<String> present =
      ConfigProvider.getConfig().getValues("kexin.lookup-keys", String.class);

  @Inject DataKeys keys;
  @Inject SessionFactory sessions;

  @Test
  void allFingerprintsComeUnderTheNewKeyAndFindTheSame() throws SQLException {
    String phone = People.aPhone();
    String id =
        People.created(People.with(People.aPerson(), "phones", List.of(Map.of("number", phone))));
    String fresh = Base64.getEncoder().encodeToString(Hashes.freshKey());
    BlindIndex both = KeysForTests.index(fresh, present.getFirst());
    long all = under(KeysForTests.index(present.getFirst()).current());

    try {
      rotation(both).rotate();

      assertThat(under(both.former().iterator().next())).isZero();
      assertThat(under(both.current())).isEqualTo(all).isPositive();
    } finally {
      rotation(KeysForTests.index(present.getFirst(), fresh)).rotate();
    }
    assertThat(under(both.current())).isZero();
    Api.as(SERVICE_AGENT)
        .contentType("application/json")
        .body(Map.of("phone", phone))
        .post("/v1/customers/search")
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  private LookupRotation rotation(BlindIndex index) {
    return new LookupRotation(new Customers(index, keys, sessions), index);
  }

  private static long under(String key) throws SQLException {
    Object count =
        Database.rows("select count(*) from customer_lookup where key_name = ?", key)
            .getFirst()
            .values()
            .iterator()
            .next();
    return ((Number) Objects.requireNonNull(count)).longValue();
  }
}
