package org.kexin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Persons whose time is over: nobody is erased before somebody confirmed the rule. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RetentionIT {

  private static final String RETENTION = "/v1/privacy/retention";
  private static final String DELETED = "rules.find { it.rule == 'DELETED_CUSTOMERS' }.";

  @Inject RetentionService retention;

  @Test
  void deletedCustomersAreErasedAfterTheGracePeriodOnceTheRuleIsConfirmed() throws SQLException {
    // Another test may have confirmed it, and a run may have claimed it for an hour.
    execute("delete from retention_rule");
    String over = deleted(31);
    String held = deleted(31);
    String recent = deleted(29);
    String hold =
        Api.writing(PRIVACY_OFFICER)
            .body(Map.of("personId", held, "reason", "Case 2026-118"))
            .post("/v1/privacy/legal-holds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    retention.run();
    assertThat(code(over)).as("not confirmed").isNotNull();
    Api.as(PRIVACY_OFFICER)
        .get(RETENTION)
        .then()
        .statusCode(200)
        .body(DELETED + "confirmed", equalTo(false))
        .body(DELETED + "days", equalTo(30))
        .body(DELETED + "due", greaterThanOrEqualTo(2))
        .body(DELETED + "held", greaterThanOrEqualTo(1));
    confirm(7).statusCode(400).body("errors[0].pointer", equalTo("/days"));
    confirm(30).statusCode(200).body("code", equalTo("DELETED_CUSTOMERS"));

    retention.run();
    assertThat(code(over)).isNull();
    assertThat(code(held)).isNotNull();
    assertThat(code(recent)).isNotNull();
    Api.as(PRIVACY_OFFICER)
        .get(RETENTION + "/runs")
        .then()
        .statusCode(200)
        .body("items[0].rule", equalTo("DELETED_CUSTOMERS"))
        .body("items[0].days", equalTo(30))
        .body("items[0].erased", greaterThanOrEqualTo(1))
        .body("items[0].held", greaterThanOrEqualTo(1));
    assertThat(Database.rows("select 1 from erasure where person_id = ?", Database.bytes(over)))
        .hasSize(1);
    Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", hold)
        .post("/v1/privacy/legal-holds/{id}/releases", hold)
        .then()
        .statusCode(200);
  }

  private static io.restassured.response.ValidatableResponse confirm(int days) {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("rule", "DELETED_CUSTOMERS", "days", days))
        .post(RETENTION + "/confirmations")
        .then();
  }

  /** A customer who was deleted so many days ago. */
  private static String deleted(int daysAgo) throws SQLException {
    String id = created(aPerson());
    People.delete(id);
    execute(
        "update customer set deleted_at = timestampadd(day, ?, utc_timestamp(6)) where id = ?",
        -daysAgo,
        Database.bytes(id));
    return id;
  }

  private static @Nullable Object code(String id) throws SQLException {
    return Database.rows("select code from customer where id = ?", Database.bytes(id))
        .getFirst()
        .get("code");
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
