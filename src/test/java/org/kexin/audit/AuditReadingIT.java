package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Ids;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Together;

/** The audit is read by whom it concerns, and by the privacy officer. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AuditReadingIT {

  private static final String OWN_RECORD = "01932c00-0000-7000-8000-000000000001";
  private static final String READ = "/v1/customers/{id}";
  private static final String JUSTIFICATIONS = "/v1/audit/justifications";

  @Inject AccessLog log;
  @Inject Ids ids;

  @Test
  void aCustomerReadsInPlainWordsWhoLooked() {
    ownRecord();
    Api.as(SERVICE_AGENT).get(READ, OWN_RECORD).then().statusCode(200);

    Api.as(CUSTOMER)
        .header("Accept-Language", "en")
        .get("/v1/me/accesses")
        .then()
        .statusCode(200)
        .body("items[0].who", equalTo("Customer service (customer-service)"))
        .body("items[0].what", equalTo("Looked at your data"))
        .body("items[0].outcome", equalTo("DISCLOSED"))
        .body("items[0].why", equalTo("to serve you"))
        .body("items[0].shown", contains("birth date", "gender", "name"))
        .body("items[0].masked", contains("e-mail addresses", "phone numbers"))
        .body("items[0].changed", hasSize(0));
    Api.as(CUSTOMER)
        .header("Accept-Language", "zh-CN")
        .queryParam("pageSize", 2)
        .get("/v1/me/accesses")
        .then()
        .statusCode(200)
        .body("items[0].who", equalTo("您本人"))
        .body("items[1].who", equalTo("客服人员（customer-service）"))
        .body("items[1].what", equalTo("查看了您的信息"))
        .body("items[1].why", equalTo("为您提供服务"))
        .body("items[1].shown", contains("出生日期", "性别", "姓名"));
  }

  @Test
  void noEmployeeIsNamedToACustomer() {
    ownRecord();
    Api.as(SERVICE_AGENT).get(READ, OWN_RECORD).then().statusCode(200);

    String page = Api.as(CUSTOMER).get("/v1/me/accesses").asString();

    assertThat(page)
        .contains("Customer service")
        .doesNotContain("01932c00-0000-7000-8000-000000000101", "127.0.0.1", "userId", "address\"");
  }

  @Test
  void whatAUserDidIsListedNewestFirstPageByPage() throws Exception {
    String user = "user-" + People.anId();
    List<UUID> records =
        IntStream.range(0, 7).mapToObj(i -> append(user, List.of(ids.next()), null)).toList();
    append("user-" + People.anId(), List.of(ids.next()), null);
    String path = "/v1/audit/users/{userId}/accesses";

    Response first = Api.as(PRIVACY_OFFICER).queryParam("pageSize", 5).get(path, user);
    Response second =
        Api.as(PRIVACY_OFFICER)
            .queryParam("pageSize", 5)
            .queryParam("pageToken", first.<String>path("nextPageToken"))
            .get(path, user);

    assertThat(first.<List<String>>path("items.access.id"))
        .containsExactlyElementsOf(texts(records.reversed().subList(0, 5)));
    assertThat(second.<List<String>>path("items.access.id"))
        .containsExactlyElementsOf(texts(records.reversed().subList(5, 7)));
    second
        .then()
        .body("nextPageToken", nullValue())
        .body("items[0].personCount", equalTo(1))
        .body("items[0].persons", hasSize(1));
    Api.as(PRIVACY_OFFICER).get(path, "nobody-" + People.anId()).then().statusCode(404);
  }

  @Test
  void recordsOfOneUserAmongManyInABatchAreAllFound() throws Exception {
    String user = "user-" + People.anId();
    // Handed over at once, so that they share batches with each other.
    Together.run(
        IntStream.range(0, 60)
            .<java.util.concurrent.Callable<UUID>>mapToObj(
                i -> () -> append(i % 3 == 0 ? user : "other-" + user, List.of(), null))
            .toList());

    Api.as(PRIVACY_OFFICER)
        .get("/v1/audit/users/{userId}/accesses", user)
        .then()
        .statusCode(200)
        .body("items", hasSize(20));
  }

  @Test
  void aJustifiedAccessWaitsForItsReview() {
    UUID unmasking = append("u", List.of(ids.next()), Justification.Kind.UNMASKING);
    UUID breakGlass = append("u", List.of(ids.next()), Justification.Kind.BREAK_GLASS);
    append("u", List.of(ids.next()), null);

    assertThat(waiting("UNMASKING").subList(0, 1)).containsExactly(unmasking.toString());
    assertThat(waiting("BREAK_GLASS").subList(0, 1)).containsExactly(breakGlass.toString());

    String key = People.anId().toString();
    Map<String, String> review = Map.of("verdict", "QUESTIONED", "comment", "No call-back known.");
    String id = reviewed(unmasking, key, review).then().statusCode(201).extract().path("id");
    reviewed(unmasking, key, review).then().statusCode(201).body("id", equalTo(id));
    reviewed(
            unmasking, People.anId().toString(), Map.of("verdict", "ACCEPTED", "comment", "Found."))
        .then()
        .statusCode(201);

    assertThat(waiting("UNMASKING")).doesNotContain(unmasking.toString());
    Api.as(PRIVACY_OFFICER)
        .queryParam("reviewed", true)
        .queryParam("kind", "UNMASKING")
        .get(JUSTIFICATIONS)
        .then()
        .statusCode(200)
        .body("items[0].recordId", equalTo(unmasking.toString()))
        .body("items[0].justification.text", equalTo("The call-back was promised."))
        .body("items[0].reviews.verdict", contains("QUESTIONED", "ACCEPTED"))
        .body("items[0].reviews[0].comment", equalTo("No call-back known."));
  }

  @Test
  void whatWasNotJustifiedCannotBeReviewed() {
    UUID plain = append("u", List.of(ids.next()), null);

    reviewed(plain, People.anId().toString(), Map.of("verdict", "ACCEPTED", "comment", "Found."))
        .then()
        .statusCode(404);
    reviewed(plain, People.anId().toString(), Map.of("verdict", "ACCEPTED"))
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"));
  }

  @Test
  void readingTheAuditIsItselfAudited() {
    Api.as(PRIVACY_OFFICER).get(JUSTIFICATIONS).then().statusCode(200);

    Api.as(PRIVACY_OFFICER)
        .get("/v1/audit/users/{userId}/accesses", "01932c00-0000-7000-8000-000000000106")
        .then()
        .statusCode(200)
        .body("items.access.operation", hasItem("listJustifications"))
        .body("items.access.purpose", not(hasItem("self")));
  }

  private static void ownRecord() {
    Api.writing(SERVICE_AGENT)
        .header("Allow-Duplicate", "true")
        .body(with(aPerson(), "id", OWN_RECORD))
        .post("/v1/customers");
    // Brings the record of the change into the chain before those of the reads.
    Api.as(CUSTOMER).get("/v1/me/accesses").then().statusCode(200);
  }

  private static List<String> waiting(String kind) {
    return Api.as(PRIVACY_OFFICER)
        .queryParam("kind", kind)
        .queryParam("reviewed", false)
        .get(JUSTIFICATIONS)
        .then()
        .statusCode(200)
        .extract()
        .path("items.recordId");
  }

  private static Response reviewed(UUID record, String key, Map<String, String> review) {
    return Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(review)
        .post(JUSTIFICATIONS + "/{recordId}/reviews", record);
  }

  private UUID append(String user, List<UUID> persons, Justification.@Nullable Kind why) {
    return append(
        LoggedAccess.of(
            ids.next(),
            Instant.parse("2025-01-01T05:00:00Z"),
            user,
            persons,
            Outcome.DISCLOSED,
            why));
  }

  private UUID append(AccessRecord access) {
    log.append(access).toCompletableFuture().join();
    return access.id();
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
