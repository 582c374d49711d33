package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.ComplaintCalls.COMPLAINTS;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.ownComplaint;
import static org.kexin.testing.ComplaintCalls.read;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;

/** Whose complaints they are: the customer's own, another department's, nobody's any more. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OwnComplaintIT {

  private static final String MINE = "/v1/me/complaints";

  @Inject ComplaintTimeLine timeLine;

  @Test
  void aCustomerComplainsAnswersAndRates() {
    String complaint = ownComplaint();
    read(complaint)
        .body("channel", equalTo("SELF_SERVICE"))
        .body("severity", equalTo("NORMAL"))
        .body("events[0].actor", equalTo("CUSTOMER"));
    act(complaint, "acknowledgements", Map.of("text", "We look into it.")).statusCode(200);
    act(complaint, "assignments", Map.of("assignee", "user-7", "note", "A difficult one."))
        .statusCode(200);
    act(complaint, "waits").statusCode(200);
    mine(complaint, "answers", Map.of("text", "Number 17.")).statusCode(200);
    mine(complaint, "answers", Map.of("text", "And it is blue.")).statusCode(200);
    act(
            complaint,
            "resolutions",
            Map.of(
                "text",
                "A new lid was sent.",
                "cause",
                "packing",
                "compensationKind",
                "REPLACEMENT"))
        .statusCode(200);
    mine(complaint, "ratings", Map.of("score", 5)).statusCode(200);
    mine(complaint, "ratings", Map.of("score", 4))
        .statusCode(409)
        .body("code", equalTo("already-rated"));

    Api.as(CUSTOMER)
        .get(MINE + "/{id}", complaint)
        .then()
        .statusCode(200)
        .body("state", equalTo("RESOLVED"))
        .body("rating", equalTo(5))
        .body("compensationKind", equalTo("REPLACEMENT"))
        .body(
            "events.kind",
            contains(
                "RATED",
                "RESOLVED",
                "CUSTOMER_ADDED",
                "CUSTOMER_ANSWERED",
                "WAITING_FOR_CUSTOMER",
                "ACKNOWLEDGED",
                "RECEIVED"))
        .body("events.userId", everyItem(nullValue()))
        .body("events.text", not(hasItem("A difficult one.")))
        .body("events.text", hasItem("We look into it."))
        .body("assignee", nullValue());
    Api.as(CUSTOMER)
        .get(MINE)
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo(complaint))
        .body("items[0].description", nullValue())
        .body("items[0].events", nullValue());
    read(complaint).body("events.actor", hasItem("CUSTOMER"));
  }

  @Test
  void aCustomerWithdrawsOnceAndOnlyTheirOwn() throws SQLException {
    String complaint = ownComplaint();
    mine(complaint, "withdrawals", Map.of()).statusCode(200);
    mine(complaint, "withdrawals", Map.of())
        .statusCode(409)
        .body("code", equalTo("complaint-transition-refused"));
    read(complaint).body("state", equalTo("WITHDRAWN")).body("nextDeadline", nullValue());

    String foreign = recorded(aComplaint(created(aPerson())));
    Map<String, Long> before = Database.counts("complaint");
    for (String action : List.of("withdrawals", "answers", "ratings")) {
      mine(foreign, action, action.equals("ratings") ? Map.of("score", 1) : Map.of("text", "Mine."))
          .statusCode(404);
    }
    Api.as(CUSTOMER).get(MINE + "/{id}", foreign).then().statusCode(404);
    assertThat(Database.counts("complaint")).isEqualTo(before);
    read(foreign).body("state", equalTo("RECEIVED"));
  }

  @Test
  void complaintsOfAnotherDepartmentTakeAReason() {
    String complaint = recorded(aComplaint(created(with(aPerson(), "department", "elsewhere"))));
    Api.as(SERVICE_AGENT)
        .get(COMPLAINTS + "/{id}", complaint)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    Api.writing(SERVICE_AGENT)
        .body(Map.of("text", "Yes."))
        .post(COMPLAINTS + "/{id}/acknowledgements", complaint)
        .then()
        .statusCode(403);
    read(complaint).body("state", equalTo("RECEIVED"));
    Api.writing(SERVICE_AGENT)
        .header("Break-Glass-Reason", "The colleague is ill today.")
        .body(Map.of("text", "Yes."))
        .post(COMPLAINTS + "/{id}/acknowledgements", complaint)
        .then()
        .statusCode(200);
    read(complaint).body("state", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void whatWasSaidStandsNowhereInClear() throws SQLException {
    String text = "A canary sings " + digits(12);
    String complaint = recorded(with(aComplaint(created(aPerson())), "description", text));
    act(complaint, "acknowledgements", Map.of("text", text)).statusCode(200);
    byte[] id = Database.bytes(complaint);
    assertThat(
            Database.rows(
                "select 1 from complaint c join complaint_event e on e.complaint_id = c.id"
                    + " where c.id = ? and (locate(?, c.description) > 0 or locate(?, e.note) > 0)",
                id,
                text,
                text))
        .isEmpty();
    assertThat(
            Database.rows(
                "select 1 from complaint c join complaint_event e on e.complaint_id = c.id"
                    + " where c.id = ? and length(c.description) > 20 and length(e.note) > 20",
                id))
        .hasSize(1);
    read(complaint).body("description", equalTo(text)).body("events.text", hasItem(text));
  }

  @Test
  void everyEventIsOnTheTimeLine() {
    String customer = created(aPerson());
    UUID person = UUID.fromString(customer);
    String first = broughtTo("RESOLVED", recorded(aComplaint(customer)));
    String second = recorded(aComplaint(customer));

    List<TimeLineEntry> all = timeLine.newest(person, Set.of("COMPLAINT"), null, 10);
    assertThat(all)
        .extracting(TimeLineEntry::summary)
        .containsExactly("RECEIVED", "RESOLVED", "ACKNOWLEDGED", "RECEIVED");
    assertThat(all)
        .extracting(entry -> entry.subjectId().toString())
        .containsExactly(second, first, first, first);
    assertThat(all).isSortedAccordingTo(TimeLineEntry.NEWEST_FIRST);
    List<TimeLineEntry> paged = new ArrayList<>();
    TimePosition behind = null;
    for (int i = 0; i < 5; i++) {
      List<TimeLineEntry> page = timeLine.newest(person, Set.of("COMPLAINT"), behind, 1);
      paged.addAll(page);
      behind = page.isEmpty() ? behind : page.getFirst().position();
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void erasureLeavesWhatWentWrongAndNotWhose() throws SQLException {
    String customer = created(aPerson());
    String open = broughtTo("WAITING", recorded(aComplaint(customer)));
    String closed = broughtTo("CLOSED", recorded(aComplaint(customer)));
    PrivacyCalls.erased(PrivacyCalls.identified(customer, "ERASURE"));

    assertThat(
            Database.rows(
                "select 1 from complaint where customer_id = ?"
                    + " union all select 1 from complaint_event where customer_id = ?",
                Database.bytes(customer),
                Database.bytes(customer)))
        .isEmpty();
    read(open)
        .body("state", equalTo("WITHDRAWN"))
        .body("description", nullValue())
        .body("clocks.state", contains("MET", "CANCELLED", "CANCELLED"))
        .body("nextDeadline", nullValue())
        .body("events.text", everyItem(nullValue()));
    read(closed)
        .body("state", equalTo("CLOSED"))
        .body("cause", equalTo("packing-damaged"))
        .body("events", hasSize(4));
    act(closed, "reopenings").statusCode(404);
  }

  @Test
  void lessonsAreOfManyAndOfNobody() {
    String category = ComplaintCalls.aCategory(null);
    List<String> ten = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      ten.add(created(aPerson()));
    }
    for (String customer : ten) {
      broughtTo("CLOSED", recorded(with(aComplaint(customer), "categoryId", category)));
    }
    // Twice the same customer is one.
    broughtTo("CLOSED", recorded(with(aComplaint(ten.getFirst()), "categoryId", category)));
    lessons(category).body("items", hasSize(0));

    broughtTo("CLOSED", recorded(with(aComplaint(created(aPerson())), "categoryId", category)));
    recorded(with(aComplaint(created(aPerson())), "categoryId", category));
    lessons(category)
        .body("items", hasSize(11))
        .body("items.cause", everyItem(equalTo("packing-damaged")))
        .body("items.compensationKind", everyItem(equalTo("REFUND")))
        .body("items.month", everyItem(notNullValue()))
        .body("items[0].id", nullValue())
        .body("items[0].customerId", nullValue());
    lessons(category + "&cause=late").body("items", hasSize(0));
  }

  private static ValidatableResponse lessons(String category) {
    return Api.as(ANALYST)
        .get("/v1/complaint-lessons?categoryId=" + category)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse mine(
      String complaint, String action, Map<String, Object> body) {
    return Api.writing(CUSTOMER).body(body).post(MINE + "/{id}/" + action, complaint).then();
  }
}
