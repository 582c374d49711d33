package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.ComplaintCalls.COMPLAINTS;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.LocalParts;

/** The list of complaints. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComplaintListIT {

  @Test
  void theListIsByDeadlineAndCanBeNarrowed() {
    String customer = created(aPerson());
    String category = ComplaintCalls.aCategory(null);
    String below = ComplaintCalls.aCategory(category);
    Map<String, Object> body = with(aComplaint(customer), "categoryId", below);
    String normal = recorded(body);
    String critical = recorded(with(body, "severity", "CRITICAL"));
    String waiting = broughtTo("WAITING", recorded(body));
    String assigned = recorded(with(body, "severity", "LOW"));
    String assignee = "user-" + digits(9);
    act(assigned, "assignments", Map.of("assignee", assignee, "department", "repairs"))
        .statusCode(200);

    listed("customerId=" + customer)
        .body("items.id", contains(critical, normal, assigned, waiting));
    listed("customerId=" + customer + "&sort=-createdAt")
        .body("items.id", contains(assigned, waiting, critical, normal));
    listed("categoryId=" + category)
        .body("items.id", contains(critical, normal, assigned, waiting));
    listed("categoryId=" + category + "&severity=CRITICAL").body("items.id", contains(critical));
    listed("categoryId=" + category + "&state=WAITING").body("items.id", contains(waiting));
    listed("assignee=" + assignee)
        .body("items.id", contains(assigned))
        .body("items[0].assignedDepartment", equalTo("repairs"));
    String deadline = listed("customerId=" + customer).extract().path("items[1].nextDeadline");
    listed("customerId=" + customer + "&dueBefore=" + deadline)
        .body("items.id", contains(critical))
        .body("items[0].description", nullValue())
        .body("items[0].events", nullValue());

    List<String> paged = new ArrayList<>();
    String query = "categoryId=" + category + "&pageSize=3";
    String token = listed(query).extract().path("nextPageToken");
    paged.addAll(listed(query).extract().path("items.id"));
    paged.addAll(listed(query + "&pageToken=" + token).extract().path("items.id"));
    assertThat(paged).containsExactly(critical, normal, assigned, waiting);
  }

  private static ValidatableResponse listed(String query) {
    return Api.as(SALES).get(COMPLAINTS + "?" + query).then().statusCode(200);
  }
}
