package org.kexin.contract;

import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.Promotions.PROMOTIONS;
import static org.kexin.testing.Promotions.aContact;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.aResponse;
import static org.kexin.testing.Promotions.aVoucher;
import static org.kexin.testing.Promotions.agrees;
import static org.kexin.testing.Promotions.anAudience;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.basket;
import static org.kexin.testing.Promotions.made;
import static org.kexin.testing.Promotions.redeemed;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.savedAudience;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;

/** Promotions, audiences and vouchers in the states that operations ask for. */
final class PromotionSamples implements FeatureSamples {

  /** Promotions that only have to run; one is enough for all calls. */
  private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.ofEntries(
        Map.entry("createPromotion", () -> aPromotion(anOffer("10"))),
        Map.entry("patchPromotion", () -> Map.of("name", "Promotion " + digits(9))),
        Map.entry(
            "approveFairness",
            () -> Map.of("version", 0, "reason", "First orders are for free: " + digits(9))),
        Map.entry("createAudience", () -> anAudience("sweep-" + digits(9))),
        Map.entry("createPromotionContact", () -> aContact(approachable(), "PHONE")),
        Map.entry(
            "createPromotionContacts",
            () -> Map.of("items", List.of(aContact(approachable(), "PHONE")))),
        Map.entry("createPromotionResponse", () -> aResponse(created(aPerson()), "INTERESTED")),
        Map.entry("createVoucher", () -> aVoucher(1_000)),
        Map.entry("findVoucher", PromotionSamples::aKnownCode),
        Map.entry("validateVoucher", () -> basket(created(aPerson()), "50")),
        Map.entry("redeemVoucher", () -> basket(created(aPerson()), "50")));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.ofEntries(
        Map.entry(PROMOTIONS + "/{id}/closings", () -> id(running(aPromotion(anOffer("10"))))),
        Map.entry(PROMOTIONS + "/{id}/contacts", () -> id(shared())),
        Map.entry(PROMOTIONS + "/{id}/contacts/batches", () -> id(shared())),
        Map.entry(PROMOTIONS + "/{id}/responses", () -> id(shared())),
        Map.entry(PROMOTIONS + "/{id}/members", () -> id(shared())),
        Map.entry(PROMOTIONS + "/{id}/vouchers", () -> id(shared())),
        Map.entry("/v1/vouchers/{id}", () -> id(aSharedVoucher())),
        Map.entry("/v1/vouchers/{id}/validations", () -> id(aSharedVoucher())),
        Map.entry("/v1/vouchers/{id}/redemptions", () -> id(aSharedVoucher())),
        Map.entry("/v1/redemptions/{id}", () -> id(aRedemption())),
        Map.entry(
            "/v1/redemptions/{id}/rollbacks",
            () -> id(redeemedByPartner(aSharedVoucher(), created(aPerson())))));
  }

  @Override
  public Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of(
        "patchPromotion", call -> call.at(shared()).with(ContractCall.IF_MATCH, "*").send());
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.ofEntries(
        Map.entry(
            "createPromotionContact",
            (call, role, whose) ->
                Probes.whole(Probes.sending(call, aContact(approachable(role, whose), "PHONE")))),
        Map.entry(
            "createPromotionContacts",
            (call, role, whose) -> batch(call, aContact(approachable(role, whose), "PHONE"))),
        Map.entry(
            "createPromotionResponse",
            (call, role, whose) ->
                Probes.whole(
                    Probes.sending(
                        call, aResponse(OwnedRecords.customer(role, whose), "INTERESTED")))),
        Map.entry("validateVoucher", PromotionSamples::redeeming),
        Map.entry("redeemVoucher", PromotionSamples::redeeming),
        Map.entry("listPromotionContacts", PromotionSamples::contactListed),
        Map.entry("listPromotionResponses", PromotionSamples::responseListed),
        Map.entry("listPromotionMembers", PromotionSamples::memberListed),
        Map.entry("listRedemptions", PromotionSamples::redemptionListed));
  }

  @Override
  public Map<String, OwnRecord> records() {
    return Map.of("/v1/redemptions/{id}", PromotionSamples::redemption);
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of(
        "listPromotionContacts", call -> call.at(withContact(approachable())),
        "listPromotionResponses", call -> call.at(withResponse(created(aPerson()))),
        "listPromotionMembers", call -> call.at(withMember(created(aPerson()))),
        "listRedemptions",
            call -> {
              String voucher = made(shared(), aVoucher(5));
              redeemed(voucher, basket(created(aPerson()), "50"));
              return call.at(voucher);
            });
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of(
        "createPromotion",
        "patchPromotion",
        "startPromotion",
        "closePromotion",
        "cancelPromotion",
        "approveFairness",
        "createAudience",
        "createVoucher");
  }

  private static String redeeming(ContractCall call, String role, Whose whose) {
    return Probes.whole(Probes.sending(call, basket(OwnedRecords.customer(role, whose), "50")));
  }

  private static String batch(ContractCall call, Map<String, Object> contact) {
    Response answer = Probes.sending(call, Map.of("items", List.of(contact))).send();
    if (answer.statusCode() != 200) {
      return Probes.status(answer);
    }
    String refusal = answer.path("items[0].problem.code");
    return refusal == null ? "A" : refusal.equals("not-your-customer") ? "D" : refusal;
  }

  private static String contactListed(ContractCall call, String role, Whose whose) {
    String customer = approachable(role, whose);
    return Probes.row(call.at(withContact(customer)), "items", "customerId", customer);
  }

  private static String responseListed(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    return Probes.row(call.at(withResponse(customer)), "items", "customerId", customer);
  }

  private static String memberListed(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    return Probes.row(call.at(withMember(customer)), "items", "customerId", customer);
  }

  private static String redemptionListed(ContractCall call, String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    String voucher = made(shared(), aVoucher(5));
    redeemedByPartner(voucher, customer);
    return Probes.row(call.at(voucher), "items", "customerId", customer);
  }

  /** A partner, who sees no customers, has those redemptions that are its own. */
  private static String redemption(String role, Whose whose) {
    String voucher = aSharedVoucher();
    if (role.equals(PARTNER) && whose == Whose.FOREIGN) {
      return redeemed(voucher, basket(created(aPerson()), "50"));
    }
    return redeemedByPartner(voucher, OwnedRecords.customer(role, whose));
  }

  private static String redeemedByPartner(String voucher, String customer) {
    return posted(PARTNER, "/v1/vouchers/" + voucher + "/redemptions", basket(customer, "50"));
  }

  private static String aRedemption() {
    return redeemed(aSharedVoucher(), basket(created(aPerson()), "50"));
  }

  private static String withContact(String customer) {
    String id = running(aPromotion(anOffer("10")));
    posted(MARKETING, PROMOTIONS + "/" + id + "/contacts", aContact(customer, "PHONE"));
    return id;
  }

  private static String withResponse(String customer) {
    String id = running(aPromotion(anOffer("10")));
    posted(MARKETING, PROMOTIONS + "/" + id + "/responses", aResponse(customer, "INTERESTED"));
    return id;
  }

  /** The audience of all who became known lately holds the customer, and few others. */
  private static String withMember(String customer) {
    String known =
        Api.as(Api.DATA_STEWARD)
            .get("/v1/customers/{id}", customer)
            .then()
            .statusCode(200)
            .extract()
            .path("createdAt");
    // Without an offer: one that is for newcomers only would be unfair.
    Map<String, Object> promotion = aPromotion();
    promotion.put(
        "audienceId",
        savedAudience(Map.of("name", "Newcomers", "criteria", Map.of("createdFrom", known))));
    return running(promotion);
  }

  private static String approachable(String role, Whose whose) {
    String customer = OwnedRecords.customer(role, whose);
    agrees(customer, Consents.given("MARKETING"));
    return customer;
  }

  private static String approachable() {
    String customer = created(aPerson());
    agrees(customer, Consents.given("MARKETING"));
    return customer;
  }

  private static Map<String, Object> aKnownCode() {
    Map<String, Object> voucher = aVoucher(1);
    made(shared(), voucher);
    return Map.of("code", Objects.requireNonNull(voucher.get("code")));
  }

  private static String shared() {
    return SHARED.computeIfAbsent("promotion", it -> running(aPromotion(anOffer("10"))));
  }

  private static String aSharedVoucher() {
    return SHARED.computeIfAbsent("voucher", it -> made(shared(), aVoucher(1_000_000)));
  }

  private static String posted(String role, String path, Map<String, Object> body) {
    return Api.writing(role).body(body).post(path).then().statusCode(201).extract().path("id");
  }

  private static Map<String, String> id(String value) {
    return Map.of("id", value);
  }
}
