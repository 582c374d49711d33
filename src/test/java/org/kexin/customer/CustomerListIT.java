package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** The list of customers, page by page. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerListIT {

  @Inject
  @SuppressWarnings("NullAway.Init")
  CustomerDirectory directory;

  @Test
  void newestFirstIsStableWhileCustomersAreAdded() {
    List<String> ids = created(5);

    ValidatableResponse first = list(Map.of("sort", "-createdAt", "pageSize", "2"));
    first.statusCode(200).body("items.id", contains(ids.get(4), ids.get(3)));
    created(1);
    ValidatableResponse second =
        list(Map.of("sort", "-createdAt", "pageSize", "2", "pageToken", token(first)));

    second.statusCode(200).body("items.id", contains(ids.get(2), ids.get(1)));
  }

  @Test
  void everyOrderShowsEachCustomerOnceWhileCustomersAreAdded() {
    List<String> ids = created(3);

    List<JsonPath> byAge = walk("createdAt");
    List<JsonPath> byCode = walk("code");
    List<JsonPath> byCodeDescending = walk("-code");

    assertThat(members(byAge, "id")).isSorted().doesNotHaveDuplicates().containsAll(ids);
    assertThat(members(byCode, "code")).isSorted().doesNotHaveDuplicates();
    assertThat(members(byCode, "id")).containsAll(ids);
    assertThat(members(byCodeDescending, "code").reversed()).isSorted().doesNotHaveDuplicates();
    assertThat(members(byCodeDescending, "id")).containsAll(ids);
  }

  @Test
  void aListByCodeGoesOnThoughItsCodesWereNotAskedFor() {
    created(2);
    Map<String, String> query = Map.of("sort", "code", "fields", "kind", "pageSize", "1");
    ValidatableResponse first = list(query);
    Map<String, String> next = new HashMap<>(query);
    next.put("pageToken", token(first));

    String second = list(next).statusCode(200).extract().path("items[0].id");

    assertThat(second).isNotNull().isNotEqualTo(first.extract().<String>path("items[0].id"));
  }

  @Test
  void aPageIsCappedAndTheLastSaysSo() {
    directory.ensure(
        "bulk-" + People.digits(8),
        IntStream.range(0, 201).mapToObj(Integer::toString).toList(),
        Source.SYNTHETIC);

    ValidatableResponse first = list(Map.of("source", "SYNTHETIC", "pageSize", "100000"));
    first.statusCode(200).body("items.size()", equalTo(200)).body("nextPageToken", notNullValue());
    list(Map.of("source", "SYNTHETIC", "pageSize", "200", "pageToken", token(first)))
        .statusCode(200)
        .body("items.source", everyItem(equalTo("SYNTHETIC")))
        .body("items.size()", equalTo(1))
        .body("nextPageToken", nullValue());
  }

  @Test
  void aFilterShowsOnlyWhatFits() {
    String id = created(People.anEnterprise());
    created(aPerson());

    list(Map.of("kind", "ENTERPRISE", "sort", "-createdAt", "fields", "kind"))
        .statusCode(200)
        .body("items.kind", everyItem(equalTo("ENTERPRISE")))
        .body("items[0].id", equalTo(id))
        .body("items[0].name", nullValue());
  }

  @Test
  void aTokenOfAnotherQueryIsRefused() {
    created(2);
    String token = token(list(Map.of("sort", "code", "pageSize", "1")));

    for (Map<String, String> other :
        List.of(
            Map.of("sort", "-code", "pageToken", token),
            Map.of("sort", "code", "kind", "INDIVIDUAL", "pageToken", token),
            Map.of("sort", "code", "pageToken", "not a token"))) {
      list(other).statusCode(400).body("code", equalTo("page-token-invalid"));
    }
    list(Map.of("sort", "code", "pageSize", "3", "pageToken", token)).statusCode(200);
  }

  @Test
  void anUnknownOrderMemberOrFilterIsRefusedByName() {
    refused("sort", "name");
    refused("fields", "name,password");
    refused("pageSize", "0");
    refused("pageSize", "many");
    refused("pageSize", "99999999999");
    refused("kind", "ROBOT");
  }

  private static void refused(String parameter, String value) {
    list(Map.of(parameter, value))
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"))
        .body("errors[0].pointer", equalTo(parameter));
  }

  /** All pages; between the first two another customer is added. */
  private static List<JsonPath> walk(String sort) {
    List<JsonPath> pages = new ArrayList<>();
    @Nullable String token = null;
    do {
      Map<String, String> query = new HashMap<>(Map.of("sort", sort, "pageSize", "50"));
      if (token != null) {
        query.put("pageToken", token);
      }
      JsonPath page = list(query).statusCode(200).extract().jsonPath();
      pages.add(page);
      token = page.getString("nextPageToken");
      if (pages.size() == 1) {
        created(1);
      }
    } while (token != null);
    return pages;
  }

  private static List<String> members(List<JsonPath> pages, String member) {
    return pages.stream()
        .flatMap(page -> page.<String>getList("items." + member).stream())
        .toList();
  }

  private static ValidatableResponse list(Map<String, String> query) {
    return Api.as(SALES).queryParams(query).get("/v1/customers").then();
  }

  private static String token(ValidatableResponse page) {
    return page.extract().path("nextPageToken");
  }
}
