package org.kexin.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Surveys;

/** Portraits, with facts of every feature. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PortraitIT {

  private static final String EVIL = "<b onclick=\"x()\">Bo & co</b>";

  @Test
  void everyFeatureSaysWhatItKnows() {
    String customer =
        created(with(aPerson(), "addresses", List.of(Map.of("country", "CN", "region", "浙江省"))));
    String tea = Bargains.product("Longjing", "tea");
    String pot = Bargains.product("Pot", "ware");
    String order = Bargains.ordered(customer, "OMR", tea, 4, "2.125", "2024-03-05T08:00:00Z");
    Bargains.returned(customer, "OMR", order, tea, 1, "2.125", "2024-04-01T08:00:00Z");
    Bargains.ordered(customer, "OMR", pot, 1, "10", "2025-11-30T08:00:00Z");
    ComplaintCalls.recorded(ComplaintCalls.aComplaint(customer));
    ComplaintCalls.broughtTo(
        "RESOLVED", ComplaintCalls.recorded(ComplaintCalls.aComplaint(customer)));
    Surveys.sent(
            SERVICE_AGENT,
            Surveys.published(),
            anId(),
            Surveys.opposite(customer, true, Surveys.answers()))
        .then()
        .statusCode(200);
    Loyalty.adjust(Loyalty.accountOf(customer), 42).statusCode(200);

    read(customer, SERVICE_AGENT, "en")
        .body("who.kind", is("INDIVIDUAL"))
        .body("who.region", is("浙江省"))
        .body("purchases.currencies.currency", contains("OMR"))
        .body("purchases.currencies[0].orders", is(2))
        .body("purchases.currencies[0].returns", is(1))
        .body("purchases.currencies[0].revenue", is("16.375"))
        .body("purchases.currencies[0].lastOrder", is("2025-11-30"))
        .body("purchases.currencies[0].topCategories.category", contains("ware", "tea"))
        .body("purchases.currencies[0].topCategories.amount", contains("10.000", "6.375"))
        .body("service.openComplaints", is(1))
        .body("service.openTasks", is(0))
        .body("service.satisfaction.score", is(4))
        .body("service.satisfaction.of", is(5))
        .body("memberships", hasSize(1))
        .body("memberships[0].points", is(42))
        .body("withheld", nullValue())
        .body(
            "sentences.code",
            hasItems(
                "since",
                "region",
                "purchases",
                "last-order",
                "top-categories",
                "open-complaints",
                "satisfaction",
                "open-tasks",
                "membership"))
        .body(
            "sentences.find { it.code == 'purchases' }.text",
            is("In OMR: orders 2, returns 1, worth 16.375 OMR less returns."))
        .body(
            "sentences.find { it.code == 'membership' }.text", is("Member of 茶友会 with 42 points."));
    read(customer, SERVICE_AGENT, "zh-CN")
        .body(
            "sentences.find { it.code == 'purchases' }.text",
            is("OMR：下单2次，退货1次，扣除退货后金额16.375 OMR。"))
        .body("sentences.find { it.code == 'top-categories' }.text", is("OMR购买最多的品类：ware、tea。"))
        .body("sentences.find { it.code == 'region' }.text", is("所在地区：浙江省。"));
  }

  @Test
  void ofWhoOnlyBecameKnownThereIsLittleToSay() {
    String name = People.aChineseName();
    read(created(with(aPerson(), "name", name)), SERVICE_AGENT, "en")
        .body("who.name", is(name))
        .body("purchases.currencies", empty())
        .body("service.satisfaction", nullValue())
        .body("sentences[0].text", startsWith(name + " is a person, known here since 2"))
        .body(
            "sentences.find { it.code == 'purchases' }.text",
            is("They have bought nothing so far."))
        .body("sentences.find { it.code == 'open-complaints' }.text", is("Open complaints: 0."))
        .body("masked", empty());
  }

  @Test
  void whatIsMaskedIsNotSaid() {
    String name = People.aChineseName();
    String customer = created(with(aPerson(), "name", name));
    Loyalty.accountOf(customer);
    ValidatableResponse read =
        read(customer, MARKETING, "en")
            .body("who.name", is(name.substring(0, 1) + "***"))
            .body("purchases", nullValue())
            .body("service", nullValue())
            .body("memberships", nullValue())
            .body("insights", nullValue())
            .body("masked", hasItems("who.name", "purchases", "service", "memberships", "insights"))
            .body("sentences.code", contains("since"))
            .body("sentences[0].text", startsWith("This customer is a person"));
    assertThat(read.extract().asString()).doesNotContain(name);
    Api.as(Api.PRIVACY_OFFICER)
        .get("/v1/customers/{id}/accesses", customer)
        .then()
        .statusCode(200)
        .body(
            "items.find { it.operation == 'getPortrait' }.masked",
            hasItems("who.name", "purchases", "service", "memberships"))
        .body("items.find { it.operation == 'getPortrait' }.disclosed", empty());
  }

  @Test
  void nothingIsDerivedOfWhoObjects() {
    String customer = created(aPerson());
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);
    read(customer, SERVICE_AGENT, "zh-CN")
        .body("insights", nullValue())
        .body("withheld", is("NO_PROFILING"))
        .body("standing", nullValue())
        .body("purchases.currencies", empty())
        .body("sentences.code", hasItem("withheld"))
        .body("sentences.code", not(hasItem("stage")));
  }

  @Test
  void thePageEscapesNames() {
    String customer = created(with(aPerson(), "name", EVIL));
    Response page =
        Api.as(SERVICE_AGENT)
            .header("Accept", "text/html")
            .header("Accept-Language", "zh-CN")
            .get("/v1/customers/{id}/portrait", customer);
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.asString())
        .contains("客户画像 — &lt;b onclick=")
        .contains("尚无购买记录。")
        .doesNotContain("<b ");
  }

  @Test
  void ofNobodyThereIsNone() {
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/portrait", anId())
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  private static ValidatableResponse read(String customer, String role, String language) {
    return Api.as(role)
        .header("Accept-Language", language)
        .get("/v1/customers/{id}/portrait", customer)
        .then()
        .statusCode(200);
  }
}
