package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.ComplaintCalls.COMPLAINTS;
import static org.kexin.testing.ComplaintCalls.SERVICE_AGENT_ID;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.read;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.LocalParts;

/** The life of a complaint, as staff see it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComplaintIT {

  /**
   * What each action is an event of; what the customer says depends on whether it is waited for.
   */
  private static final Map<String, EventKind> ACTIONS =
      Map.ofEntries(
          Map.entry("acknowledgements", EventKind.ACKNOWLEDGED),
          Map.entry("assignments", EventKind.ASSIGNED),
          Map.entry("updates", EventKind.UPDATED),
          Map.entry("waits", EventKind.WAITING_FOR_CUSTOMER),
          Map.entry("answers", EventKind.CUSTOMER_ANSWERED),
          Map.entry("severity-changes", EventKind.SEVERITY_CHANGED),
          Map.entry("escalations", EventKind.ESCALATED),
          Map.entry("resolutions", EventKind.RESOLVED),
          Map.entry("closures", EventKind.CLOSED),
          Map.entry("reopenings", EventKind.REOPENED),
          Map.entry("withdrawals", EventKind.WITHDRAWN),
          Map.entry("ratings", EventKind.RATED));

  @Test
  void aComplaintGoesFromArrivalToRating() {
    String customer = created(aPerson());
    String complaint = recorded(with(aComplaint(customer), "description", "The lid has a dent."));
    read(complaint)
        .body("customerId", equalTo(customer))
        .body("state", equalTo("RECEIVED"))
        .body("severity", equalTo("NORMAL"))
        .body("description", equalTo("The lid has a dent."))
        .body("clocks.clock", contains("ACKNOWLEDGE", "UPDATE", "RESOLVE"))
        .body("clocks.state", contains("RUNNING", "IDLE", "RUNNING"))
        .body("clocks.targetMinutes", contains(540, 0, 5_400))
        .body("nextDeadline", notNullValue())
        .body("masked", hasSize(0));

    act(complaint, "acknowledgements", Map.of("text", "We look into it.")).statusCode(200);
    act(complaint, "assignments").statusCode(200);
    act(complaint, "updates", Map.of("text", "The lid is on its way.")).statusCode(200);
    act(complaint, "resolutions").statusCode(200);
    act(complaint, "closures", Map.of()).statusCode(200);
    act(complaint, "ratings", Map.of("score", 5, "comment", "Kind people.")).statusCode(200);

    read(complaint)
        .body("state", equalTo("CLOSED"))
        .body("assignee", equalTo(SERVICE_AGENT_ID))
        .body("cause", equalTo("packing-damaged"))
        .body("compensationKind", equalTo("REFUND"))
        .body("compensation.amount", equalTo("12.55"))
        .body("compensation.currency", equalTo("CNY"))
        .body("rating", equalTo(5))
        .body("closedAt", notNullValue())
        .body("nextDeadline", nullValue())
        .body("clocks.state", contains("MET", "MET", "MET"))
        .body("clocks.run", contains(1, 2, 1))
        .body(
            "events.kind",
            contains(
                "RATED", "CLOSED", "RESOLVED", "UPDATED", "ASSIGNED", "ACKNOWLEDGED", "RECEIVED"))
        .body("events.actor", not(hasItem("CUSTOMER")))
        .body("events[0].text", equalTo("Kind people."))
        .body("events[0].detail", equalTo("5"))
        .body("events[3].text", equalTo("The lid is on its way."))
        .body("events[1].text", nullValue());
  }

  /** Every action in every state, as the table written by hand says. */
  @ParameterizedTest
  @EnumSource(ComplaintState.class)
  void everyActionIsDoneOrRefusedAsTheTableSays(ComplaintState state) throws SQLException {
    Map<EventKind, Map<ComplaintState, Optional<ComplaintState>>> table = HandWritten.transitions();
    String customer = created(aPerson());
    List<String> failures = new ArrayList<>();
    for (Map.Entry<String, EventKind> action : ACTIONS.entrySet()) {
      EventKind event =
          action.getValue() == EventKind.CUSTOMER_ANSWERED && state != ComplaintState.WAITING
              ? EventKind.CUSTOMER_ADDED
              : action.getValue();
      Optional<ComplaintState> next =
          table.getOrDefault(event, Map.of()).getOrDefault(state, Optional.empty());
      String complaint = broughtTo(state.name(), recorded(aComplaint(customer)));
      String before = StoredComplaint.of(complaint);
      ValidatableResponse answer = act(complaint, action.getKey());
      String after = StoredComplaint.of(complaint);
      if (next.isPresent()) {
        answer.statusCode(200);
        String found = read(complaint).extract().path("state");
        String first = read(complaint).extract().path("events[0].kind");
        if (!found.equals(next.get().name()) || !first.equals(event.name())) {
          failures.add(action.getKey() + " made it " + found + " by " + first);
        }
      } else {
        answer.statusCode(409).body("code", equalTo("complaint-transition-refused"));
        if (!after.equals(before)) {
          failures.add(action.getKey() + " changed " + before + " to " + after);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void anOutcomeIsRatedOnceAndTheNextOneAnew() throws SQLException {
    String complaint = broughtTo("RESOLVED", recorded(aComplaint(created(aPerson()))));
    act(complaint, "ratings", Map.of("score", 1)).statusCode(200);
    String before = StoredComplaint.of(complaint);
    act(complaint, "ratings", Map.of("score", 5))
        .statusCode(409)
        .body("code", equalTo("already-rated"));
    assertThat(StoredComplaint.of(complaint)).isEqualTo(before);

    act(complaint, "reopenings").statusCode(200);
    read(complaint)
        .body("rating", nullValue())
        .body("resolvedAt", nullValue())
        .body("reopenCount", equalTo(1))
        .body("clocks.state", contains("MET", "RUNNING", "RUNNING"))
        .body("clocks.run", contains(1, 2, 2));
    act(complaint, "resolutions").statusCode(200);
    act(complaint, "ratings", Map.of("score", 5)).statusCode(200);
    read(complaint).body("rating", equalTo(5));
  }

  @Test
  void waitingPausesTheClocksAndAnAnswerLetsThemGoOn() {
    String complaint = broughtTo("WAITING", recorded(aComplaint(created(aPerson()))));
    read(complaint)
        .body("clocks.state", contains("MET", "PAUSED", "PAUSED"))
        .body("waitingUntil", notNullValue())
        .body("nextDeadline", nullValue());
    act(complaint, "answers", Map.of("text", "Number 17.")).statusCode(200);
    read(complaint)
        .body("state", equalTo("INVESTIGATING"))
        .body("waitingUntil", nullValue())
        .body("clocks.state", contains("MET", "RUNNING", "RUNNING"))
        .body("clocks.run", contains(1, 2, 1))
        .body("events[0].kind", equalTo("CUSTOMER_ANSWERED"))
        .body("events[0].text", equalTo("Number 17."));
  }

  @Test
  void anotherSeverityGivesOtherTimes() {
    String complaint = recorded(aComplaint(created(aPerson())));
    act(complaint, "severity-changes", Map.of("severity", "CRITICAL")).statusCode(200);
    read(complaint)
        .body("severity", equalTo("CRITICAL"))
        .body("clocks.targetMinutes", contains(60, 0, 1_080))
        .body("clocks.run", contains(1, 0, 1))
        .body("events[0].detail", equalTo("CRITICAL"));
  }

  @Test
  void factsAreSetRightByWhoeverSawTheLastVersion() throws SQLException {
    String complaint = recorded(aComplaint(created(aPerson())));
    String etag = ComplaintCalls.etag(complaint);
    String category = ComplaintCalls.aCategory(ComplaintCalls.category());
    Api.patching(SERVICE_AGENT, etag)
        .body(Map.of("categoryId", category, "cause", "late", "description", "The lid fell off."))
        .patch(COMPLAINTS + "/{id}", complaint)
        .then()
        .statusCode(200);
    read(complaint)
        .body("categoryId", equalTo(category))
        .body("cause", equalTo("late"))
        .body("description", equalTo("The lid fell off."))
        .body("channel", equalTo("PHONE"))
        .body("events[0].kind", equalTo("CORRECTED"));

    String before = StoredComplaint.of(complaint);
    Api.patching(SERVICE_AGENT, etag)
        .body(Map.of("cause", "early"))
        .patch(COMPLAINTS + "/{id}", complaint)
        .then()
        .statusCode(412);
    Api.patching(SERVICE_AGENT, ComplaintCalls.etag(complaint))
        .body(Map.of("categoryId", anId().toString(), "productId", anId().toString()))
        .patch(COMPLAINTS + "/{id}", complaint)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/categoryId", "/productId"))
        .body("errors.code", contains("unknown", "unknown"));
    assertThat(StoredComplaint.of(complaint)).isEqualTo(before);
  }

  @Test
  void aRepeatedActionIsDoneOnce() {
    String complaint = recorded(aComplaint(created(aPerson())));
    String key = digits(20);
    for (int i = 0; i < 2; i++) {
      Api.as(SERVICE_AGENT)
          .header("Idempotency-Key", key)
          .contentType("application/json")
          .body(Map.of("text", "Look at this."))
          .post(COMPLAINTS + "/{id}/escalations", complaint)
          .then()
          .statusCode(200);
    }
    read(complaint)
        .body("escalationLevel", equalTo(1))
        .body("events.kind", contains("ESCALATED", "RECEIVED"));
  }
}
