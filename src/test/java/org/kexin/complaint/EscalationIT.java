package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.read;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Together;

/** Deadlines that pass: told once for each run, by whoever sees it first. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EscalationIT {

  @Inject DeadlineWatch watch;
  @Inject Heard heard;

  /** Hears of escalations as a later feature would. */
  @ApplicationScoped
  static class Heard {

    private final List<ComplaintEscalated> all = Collections.synchronizedList(new ArrayList<>());

    void on(@Observes ComplaintEscalated event) {
      all.add(event);
    }

    List<ComplaintEscalated> of(String complaint) {
      synchronized (all) {
        return all.stream()
            .filter(event -> event.complaintId().equals(UUID.fromString(complaint)))
            .toList();
      }
    }
  }

  @Test
  void eachRunIsEscalatedOnceWhoeverLooksAtOnce()
      throws SQLException, InterruptedException, ExecutionException {
    String customer = created(aPerson());
    List<String> late = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      late.add(recorded(longAgo(customer)));
    }
    List<Callable<Boolean>> watches = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      watches.add(
          () -> {
            watch.attend();
            return true;
          });
    }
    assertThat(Together.run(watches)).hasSize(8).containsOnly(true);
    watch.attend();

    for (String complaint : late) {
      assertThat(escalations(complaint))
          .as(complaint)
          .containsExactlyInAnyOrder("ACKNOWLEDGE 1", "RESOLVE 1");
      read(complaint)
          .body("escalationLevel", equalTo(2))
          .body("clocks.state", contains("BREACHED", "IDLE", "BREACHED"))
          .body("events.actor", hasItem("SERVICE"))
          .body("nextDeadline", nullValue());
      assertThat(heard.of(complaint))
          .extracting(ComplaintEscalated::clock)
          .containsExactlyInAnyOrder("ACKNOWLEDGE", "RESOLVE");
      assertThat(heard.of(complaint)).extracting(ComplaintEscalated::level).contains(2);
    }
  }

  @Test
  void aClockThatWasStoppedInTimeIsNotEscalatedLater() throws SQLException {
    String complaint = recorded(aComplaint(created(aPerson())));
    act(complaint, "acknowledgements").statusCode(200);
    act(complaint, "resolutions").statusCode(200);
    // As if the job had seen it due just before the action came.
    execute(
        "update complaint set attend_at = '2026-01-01 00:00:00' where id = ?",
        Database.bytes(complaint));
    watch.attend();

    assertThat(escalations(complaint)).isEmpty();
    read(complaint)
        .body("escalationLevel", equalTo(0))
        .body("clocks.state", contains("MET", "MET", "MET"));
  }

  @Test
  void anActionAfterTheDeadlineNotesTheBreachItself() throws SQLException {
    String complaint = recorded(longAgo(created(aPerson())));
    act(complaint, "acknowledgements").statusCode(200);

    assertThat(escalations(complaint)).containsExactlyInAnyOrder("ACKNOWLEDGE 1", "RESOLVE 1");
    read(complaint)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("clocks.state", contains("BREACHED", "RUNNING", "BREACHED"));
    watch.attend();
    assertThat(escalations(complaint)).hasSize(2);
  }

  @Test
  void aNewRunCanBeEscalatedAgain() throws SQLException {
    String complaint = recorded(longAgo(created(aPerson())));
    act(complaint, "acknowledgements").statusCode(200);
    act(complaint, "resolutions").statusCode(200);
    act(complaint, "reopenings").statusCode(200);
    execute(
        "update complaint_clock set since = '2026-01-05 00:00:00' where complaint_id = ?"
            + " and clock = 'RESOLVE'",
        Database.bytes(complaint));
    execute(
        "update complaint set attend_at = '2026-01-05 00:00:00' where id = ?",
        Database.bytes(complaint));
    watch.attend();

    assertThat(escalations(complaint))
        .containsExactlyInAnyOrder("ACKNOWLEDGE 1", "RESOLVE 1", "RESOLVE 2");
    read(complaint).body("escalationLevel", equalTo(3));
  }

  @Test
  void aWarningComesOnceBeforeTheDeadline() throws SQLException {
    String complaint = recorded(aComplaint(created(aPerson())));
    // As if ninety percent were used, of which eighty are to be told.
    execute(
        "update complaint_clock set used_micros = 540 * 60000000 * 9 / 10 where complaint_id = ?"
            + " and clock = 'ACKNOWLEDGE'",
        Database.bytes(complaint));
    for (int i = 0; i < 2; i++) {
      execute(
          "update complaint set attend_at = '2026-01-05 00:00:00' where id = ?",
          Database.bytes(complaint));
      watch.attend();
    }

    read(complaint)
        .body("events.kind", contains("WARNED", "RECEIVED"))
        .body("events[0].clock", equalTo("ACKNOWLEDGE"))
        .body("events[0].run", equalTo(1))
        .body("escalationLevel", equalTo(0));
  }

  @Test
  void aWaitEndsByItselfAndTheClocksGoOn() throws SQLException {
    String complaint = broughtTo("WAITING", recorded(aComplaint(created(aPerson()))));
    execute(
        "update complaint set waiting_until = utc_timestamp(6), attend_at = utc_timestamp(6)"
            + " where id = ?",
        Database.bytes(complaint));
    watch.attend();

    read(complaint)
        .body("state", equalTo("INVESTIGATING"))
        .body("waitingUntil", nullValue())
        .body("clocks.state", contains("MET", "RUNNING", "RUNNING"))
        .body("events[0].kind", equalTo("WAIT_ENDED"))
        .body("events.kind", not(hasItem("ESCALATED")));
  }

  @Test
  void whatTheServiceDoesByItselfIsInTheRecordOfChanges() throws SQLException {
    String customer = created(aPerson());
    recorded(longAgo(customer));
    watch.attend();

    List<String> operations =
        org.kexin.testing.Api.as(org.kexin.testing.Api.PRIVACY_OFFICER)
            .get("/v1/customers/{id}/accesses", customer)
            .then()
            .statusCode(200)
            .extract()
            .path("items.operation");
    assertThat(operations).contains("createComplaint", "attendComplaints");
  }

  private static Map<String, Object> longAgo(String customer) {
    return with(
        aComplaint(customer), "receivedAt", Instant.now().minus(Duration.ofDays(60)).toString());
  }

  private static List<String> escalations(String complaint) throws SQLException {
    return Database.rows(
            "select clock, run_no from complaint_event where complaint_id = ? and kind = 'ESCALATED'",
            Database.bytes(complaint))
        .stream()
        .map(row -> row.get("clock") + " " + Objects.requireNonNull(row.get("run_no")))
        .toList();
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
