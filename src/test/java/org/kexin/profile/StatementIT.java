package org.kexin.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.basket;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.rollBack;
import static org.kexin.testing.Promotions.running;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Yearly statements, with figures worked out by hand. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StatementIT {

  private static final String EVIL = "<script>alert(1)</script>";

  @Test
  void currenciesAreAddedUpEachByItself() {
    String customer = created(aPerson());
    String tea = Bargains.product("Longjing", "tea");
    String pot = Bargains.product("Pot", "ware");
    Bargains.ordered(customer, "OMR", pot, 1, "3.5", "2023-12-31T23:30:00Z");
    String order = Bargains.ordered(customer, "OMR", tea, 4, "2.125", "2024-03-05T08:00:00Z");
    Bargains.ordered(customer, "ISK", tea, 2, "700", "2024-03-06T08:00:00Z");
    Bargains.returned(customer, "OMR", order, tea, 1, "2.125", "2024-04-01T08:00:00Z");
    Bargains.ordered(customer, "OMR", pot, 1, "10", "2024-11-30T08:00:00Z");
    Bargains.ordered(customer, "OMR", pot, 7, "10", "2025-01-01T00:00:00Z");

    read(customer, 2024)
        .body("complete", is(true))
        .body("until", is("2024-12-31"))
        .body("figures.orders", is(3))
        .body("figures.returns", is(1))
        .body("figures.currencies.currency", contains("ISK", "OMR"))
        .body("figures.currencies[0].spent", is("1400"))
        .body("figures.currencies[0].kept", is("1400"))
        .body("figures.currencies[0].before.orders", is(0))
        .body("figures.currencies[0].before.change", is("1400"))
        .body("figures.currencies[1].orders", is(2))
        .body("figures.currencies[1].returns", is(1))
        .body("figures.currencies[1].pieces", is(5))
        .body("figures.currencies[1].piecesReturned", is(1))
        .body("figures.currencies[1].spent", is("18.500"))
        .body("figures.currencies[1].returned", is("2.125"))
        .body("figures.currencies[1].kept", is("16.375"))
        .body("figures.currencies[1].firstOrder", is("2024-03-05"))
        .body("figures.currencies[1].lastOrder", is("2024-11-30"))
        .body("figures.currencies[1].months", hasSize(12))
        .body("figures.currencies[1].months[2].month", is("2024-03"))
        .body("figures.currencies[1].months[2].spent", is("8.500"))
        .body("figures.currencies[1].months[3].orders", is(0))
        .body("figures.currencies[1].months[3].returned", is("2.125"))
        .body("figures.currencies[1].topProducts.name", contains("Pot", "Longjing"))
        .body("figures.currencies[1].topProducts.amount", contains("10.000", "6.375"))
        .body("figures.currencies[1].topProducts.pieces", contains(1, 3))
        .body("figures.currencies[1].topCategories.name", contains("ware", "tea"))
        .body("figures.currencies[1].before.until", is("2023-12-31"))
        .body("figures.currencies[1].before.spent", is("3.500"))
        .body("figures.currencies[1].before.change", is("12.875"))
        .body("figures.points", empty())
        .body("figures.vouchers", empty())
        .body("figures.compensations", empty())
        .body("notes.code", contains("facts-only"));
  }

  @Test
  void whatWasEarnedAndSavedStandsThere() {
    String customer = created(aPerson());
    String account = Loyalty.accountOf(customer);
    String order = Loyalty.ordered(customer, 3);
    Loyalty.adjust(account, 7).statusCode(200);
    Loyalty.returned(customer, order, 1);
    Loyalty.spend(account, 15).statusCode(200);
    String voucher = made(running(aPromotion(anOffer("12.5"))), aVoucher(10));
    redeemed(voucher, basket(customer, "19.95"));
    rollBack(redeemed(voucher, basket(customer, "40"))).then().statusCode(200);
    ComplaintCalls.broughtTo(
        "RESOLVED", ComplaintCalls.recorded(ComplaintCalls.aComplaint(customer)));
    String reopened =
        ComplaintCalls.broughtTo(
            "RESOLVED", ComplaintCalls.recorded(ComplaintCalls.aComplaint(customer)));
    ComplaintCalls.act(reopened, "reopenings").statusCode(200);

    read(customer, thisYear())
        .body("complete", is(false))
        .body("notes.code", contains("not-complete", "facts-only"))
        .body("figures.currencies.currency", contains("CNY"))
        .body("figures.currencies[0].spent", is("7.65"))
        .body("figures.currencies[0].returned", is("2.55"))
        .body("figures.points", hasSize(1))
        .body("figures.points[0].programme", is("茶友会"))
        .body("figures.points[0].earned", is(30))
        .body("figures.points[0].takenBack", is(10))
        .body("figures.points[0].spent", is(15))
        .body("figures.points[0].expired", is(0))
        .body("figures.points[0].adjusted", is(7))
        .body("figures.vouchers.currency", contains("CNY"))
        .body("figures.vouchers.times", contains(1))
        .body("figures.vouchers.amount", contains("2.49"))
        .body("figures.compensations.times", contains(1))
        .body("figures.compensations.amount", contains("12.55"));
  }

  @Test
  void aYearWithoutAnythingIsSaidToBeOne() {
    read(created(aPerson()), 2001)
        .body("figures.orders", is(0))
        .body("figures.returns", is(0))
        .body("figures.currencies", empty())
        .body("notes.code", contains("nothing-bought", "facts-only"))
        .body("notes[0].text", is("Nothing was bought or returned in 2001."));
  }

  @Test
  void aYearAfterOneWithPurchasesHasZeros() {
    String customer = created(aPerson());
    String pot = Bargains.product("Pot", "ware");
    Bargains.ordered(customer, "OMR", pot, 1, "3.5", "2023-05-01T08:00:00Z");
    read(customer, 2024)
        .body("figures.currencies.currency", contains("OMR"))
        .body("figures.currencies[0].spent", is("0.000"))
        .body("figures.currencies[0].firstOrder", nullValue())
        .body("figures.currencies[0].before.change", is("-3.500"))
        .body("notes.code", contains("nothing-bought", "facts-only"));
  }

  @Test
  void yearsThatAreNoneAreRefused() {
    String customer = created(aPerson());
    for (int year : new int[] {1999, thisYear() + 1}) {
      Api.as(SERVICE_AGENT)
          .get("/v1/customers/{id}/statements/{year}", customer, year)
          .then()
          .statusCode(400)
          .body("code", equalTo("parameter-invalid"))
          .body("errors[0].pointer", equalTo("year"));
    }
  }

  @Test
  void aCustomerSeesTheirOwnAlsoWhenTheyObjectToProfiling() {
    People.ownCustomer();
    String pot = Bargains.product("Pot", "ware");
    Bargains.ordered(People.OWN_CUSTOMER, "OMR", pot, 2, "3.5", "2019-05-01T08:00:00Z");
    PrivacyCalls.answer(PrivacyCalls.identified(People.OWN_CUSTOMER, "OBJECTION_PROFILING"))
        .statusCode(200);
    try {
      Api.as(CUSTOMER)
          .get("/v1/me/statements/2019")
          .then()
          .statusCode(200)
          .body("customerId", is(People.OWN_CUSTOMER))
          .body("figures.currencies.find { it.currency == 'OMR' }.pieces", not(0))
          .body("masked", empty());
    } finally {
      PrivacyCalls.answer(PrivacyCalls.identified(People.OWN_CUSTOMER, "LIFT_OBJECTIONS"))
          .statusCode(200);
    }
  }

  @Test
  void aCustomerSeesNobodyElses() {
    String foreign = created(aPerson());
    Api.as(CUSTOMER).get("/v1/customers/{id}/statements/2024", foreign).then().statusCode(403);
    Api.as(CUSTOMER).get("/v1/me/statements/{year}", foreign).then().statusCode(404);
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/statements/2024", People.anId())
        .then()
        .statusCode(404);
  }

  @Test
  void whoSeesNoBehaviourSeesNoFigures() {
    String customer = created(aPerson());
    String url = "/v1/customers/{id}/statements/2001";
    Api.as(MARKETING)
        .get(url, customer)
        .then()
        .statusCode(200)
        .body("figures", nullValue())
        .body("notes.code", contains("facts-only"))
        .body("masked", contains("figures"));
    Consents.record(customer, Consents.given("PROFILING"));
    Api.as(MARKETING)
        .get(url, customer)
        .then()
        .statusCode(200)
        .body("figures.orders", is(0))
        .body("masked", empty());
    Api.as(PRIVACY_OFFICER)
        .get("/v1/customers/{id}/accesses", customer)
        .then()
        .statusCode(200)
        .body(
            "items.find { it.operation == 'getStatement' && it.disclosed.contains('figures') }",
            notNullValue())
        .body(
            "items.find { it.operation == 'getStatement' && it.masked.contains('figures') }",
            notNullValue());
  }

  @Test
  void thePageEscapesNamesAndDrawsTheMonths() {
    String customer = created(aPerson());
    String evil = Bargains.product(EVIL, "\"><img src=x>");
    Bargains.ordered(customer, "OMR", evil, 1, "3.5", "2024-05-01T08:00:00Z");
    Bargains.ordered(customer, "ISK", evil, 1, "300", "2024-05-01T08:00:00Z");

    Response page = page(customer, "zh-CN");

    page.then().header("Content-Language", "zh-CN");
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("style-src 'unsafe-inline'")
        .doesNotContain("script-src");
    assertThat(page.asString())
        .startsWith("<!doctype html><html lang=\"zh-CN\">")
        .contains("<h1>2024年度账单</h1>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("2024年各月净消费（OMR）")
        .contains("2024年各月净消费（ISK）")
        .contains("prefers-color-scheme:dark")
        .doesNotContain("<script")
        .doesNotContain("<img");
    assertThat(page(customer, "en").asString())
        .contains("<h1>Yearly statement 2024</h1>")
        .contains("<th scope=\"row\">Spent</th><td>3.500</td>");
    assertThat(page(customer, "en").asString()).isEqualTo(page(customer, "en").asString());
  }

  private static int thisYear() {
    return LocalDate.now(ZoneOffset.UTC).getYear();
  }

  private static Response page(String customer, String language) {
    return Api.as(SERVICE_AGENT)
        .header("Accept", "text/html")
        .header("Accept-Language", language)
        .get("/v1/customers/{id}/statements/2024", customer);
  }

  private static ValidatableResponse read(String customer, int year) {
    return Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/statements/{year}", customer, year)
        .then()
        .statusCode(200);
  }
}
