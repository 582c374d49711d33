package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.People;

/** Rules of care, and tasks as the job makes them. */
final class CareSamples implements FeatureSamples {

  /** The job makes tasks on the day; here they are wanted for this customer now. */
  private static final String TASK =
      "insert into care_task (id, rule_id, customer_id, occasion, kind, channel, due_on, state,"
          + " created_at, version) values (?, ?, ?, ?, 'BIRTHDAY', 'PHONE', '2026-03-02', 'OPEN',"
          + " now(6), 0)";

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "makeCareRule", CareSamples::rule,
        "completeTask", () -> Map.of("outcome", "REACHED", "note", "Was glad " + digits(12)),
        "dismissTask", () -> Map.of("reason", "Not the moment " + digits(12)));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        "/v1/tasks/{id}", () -> Map.of("id", task(created(aPerson()))),
        "/v1/tasks/{id}/claims", () -> Map.of("id", task(created(aPerson()))),
        "/v1/tasks/{id}/completions",
            () -> Map.of("id", claimed(created(aPerson()), Api.DATA_STEWARD)),
        "/v1/tasks/{id}/dismissals", () -> Map.of("id", task(created(aPerson()))));
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "listTasks",
        (call, role, whose) -> {
          String customer = OwnedRecords.customer(role, whose);
          String id = task(customer);
          return Probes.row(call.asking("customerId=" + customer), "items", "id", id);
        });
  }

  @Override
  public Map<String, OwnRecord> records() {
    Map<String, OwnRecord> records = new LinkedHashMap<>();
    records.put(
        "/v1/tasks/{id}/completions",
        (role, whose) -> claimed(OwnedRecords.customer(role, whose), role));
    records.put("/v1/tasks/{id}", (role, whose) -> task(OwnedRecords.customer(role, whose)));
    return records;
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of("makeCareRule", "endCareRule");
  }

  private static Map<String, Object> rule() {
    return Map.of(
        "name", "Sweep " + digits(12),
        "kind", "DAYS_AFTER_PURCHASE",
        "days", 3_000,
        "channel", "POST",
        "zone", "Asia/Shanghai",
        "instructions", "Write a card.");
  }

  /** The id of an open task for a customer who agrees to be called. */
  private static String task(String customer) {
    Api.writing(Api.DATA_STEWARD)
        .body(Consents.decisions(with(Consents.given("MARKETING"), "channel", "PHONE")))
        .post("/v1/customers/{id}/consents", customer)
        .then()
        .statusCode(200);
    String id = People.anId().toString();
    String rule =
        Api.writing(Api.MARKETING)
            .body(rule())
            .post("/v1/care-rules")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    try (Connection connection = Database.connection();
        PreparedStatement insert = connection.prepareStatement(TASK)) {
      insert.setBytes(1, Database.bytes(id));
      insert.setBytes(2, Database.bytes(rule));
      insert.setBytes(3, Database.bytes(customer));
      insert.setString(4, digits(12));
      assertThat(insert.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  /** The id of a task that the role claimed, or who may, where the role may not. */
  private static String claimed(String customer, String role) {
    String id = task(customer);
    if (Api.writing(role).post("/v1/tasks/{id}/claims", id).statusCode() != 200) {
      Api.writing(Api.DATA_STEWARD).post("/v1/tasks/{id}/claims", id).then().statusCode(200);
    }
    return id;
  }
}
