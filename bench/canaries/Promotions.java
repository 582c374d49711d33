import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A promotion from the draft to the end, with contacts, responses and vouchers of some persons. */
record Promotions(Service service, String notice) {

  private static final String MARKETING = "marketing";
  private static final String OFFICER = "privacy-officer";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  void run(List<String> ids) throws InterruptedException {
    List<String> some = ids.subList(0, Math.min(ids.size(), 20));
    agree(some);
    String audience =
        service
            .call("createAudience", MARKETING)
            .send(
                Map.of(
                    "name",
                    "Canaries",
                    "criteria",
                    Map.of("kind", "INDIVIDUAL", "purchases", Map.of("ordersMin", 0))))
            .is(201)
            .id();
    service.call("listAudiences", MARKETING).send().is(200);
    service.call("getAudience", MARKETING).at(audience).send().is(200);
    withMembers(audience);
    String promotion = started(draft(Map.of("percent", "10")));
    approach(promotion, some);
    redeem(promotion, some);
    service.call("listPromotions", MARKETING).send().is(200);
    service.call("closePromotion", MARKETING).at(promotion).send(null).is(200);
    new Analyses(service).effectOf(promotion);
  }

  private void agree(List<String> some) {
    Together.parallel(
        some.size(),
        i ->
            service
                .call("recordConsents", "data-steward")
                .at(some.get(i))
                .send(
                    Map.of(
                        "decisions",
                        List.of(
                            Map.of(
                                "use",
                                "MARKETING",
                                "verdict",
                                "GIVEN",
                                "noticeId",
                                notice,
                                "collectedThrough",
                                "SHOP",
                                "evidence",
                                Map.of("kind", "SIGNED_FORM", "reference", "forms/2")))))
                .is(200));
  }

  /** One that is unfair, so that an officer answers for it, and is frozen and given up. */
  private void withMembers(String audience) throws InterruptedException {
    Map<String, Object> offer =
        Map.of("key", "spring", "offeredTo", "NEW", "discount", Map.of("percent", "30"));
    Map<String, Object> body = body(List.of(offer), "NZD");
    body.put("audienceId", audience);
    body.put("controlShare", "20");
    Service.Answer made = service.call("createPromotion", MARKETING).send(body).is(201);
    service
        .call("patchPromotion", MARKETING)
        .at(made.id())
        .with("If-Match", made.etag())
        .send(Map.of("name", "Canaries, second wave"))
        .is(200);
    service.call("getFairness", OFFICER).at(made.id()).send().is(200);
    service.call("startPromotion", MARKETING).at(made.id()).send(null).is(409);
    service
        .call("approveFairness", OFFICER)
        .at(made.id())
        .send(Map.of("version", 1, "reason", "First orders cost us no delivery."))
        .is(201);
    started(made.id());
    for (String role : List.of(MARKETING, "sales", OFFICER)) {
      service.call("listPromotionMembers", role).at(made.id()).asking("pageSize=200").send().is(200);
    }
    String givenUp = draft(Map.of("percent", "10"));
    service.call("cancelPromotion", MARKETING).at(givenUp).send(null).is(200);
  }

  private void approach(String promotion, List<String> some) {
    Together.parallel(
        some.size(),
        i -> {
          Map<String, Object> customer = Map.of("customerId", some.get(i), "channel", "PHONE");
          service.call("createPromotionContact", MARKETING).at(promotion).send(customer).is(201);
          service
              .call("createPromotionResponse", MARKETING)
              .at(promotion)
              .send(
                  Map.of("customerId", some.get(i), "kind", "INTERESTED", "channel", "PHONE"))
              .is(201);
        });
    service
        .call("createPromotionContacts", MARKETING)
        .at(promotion)
        .send(
            Map.of(
                "items",
                some.stream().map(it -> Map.of("customerId", it, "channel", "SMS")).toList()))
        .is(200);
    for (String role : List.of(MARKETING, "sales", OFFICER)) {
      service.call("listPromotionContacts", role).at(promotion).send().is(200);
      service.call("listPromotionResponses", role).at(promotion).send().is(200);
    }
  }

  private void redeem(String promotion, List<String> some) {
    String voucher =
        service
            .call("createVoucher", MARKETING)
            .at(promotion)
            .send(Map.of("code", "CANARIES", "offer", "spring", "totalLimit", 1000))
            .is(201)
            .id();
    service.call("listVouchers", "sales").at(promotion).send().is(200);
    service.call("getVoucher", "partner").at(voucher).send().is(200);
    service.call("findVoucher", "partner").send(Map.of("code", "CANARIES")).is(200);
    Together.parallel(
        some.size(),
        i -> {
          Map<String, Object> basket =
              Map.of(
                  "customerId", some.get(i), "amount", Map.of("amount", "80", "currency", "CNY"));
          service.call("validateVoucher", "partner").at(voucher).send(basket).is(200);
          String redemption =
              service.call("redeemVoucher", "partner").at(voucher).send(basket).is(201).id();
          service.call("getRedemption", OFFICER).at(redemption).send().is(200);
          if (i % 2 == 0) {
            service.call("rollBackRedemption", "partner").at(redemption).send(null).is(200);
          }
        });
    service.call("listRedemptions", OFFICER).at(voucher).send().is(200);
  }

  private String draft(Map<String, Object> discount) {
    Map<String, Object> offer = Map.of("key", "spring", "discount", discount);
    return service
        .call("createPromotion", MARKETING)
        .send(body(List.of(offer), "CNY"))
        .is(201)
        .id();
  }

  private String started(String id) throws InterruptedException {
    service.call("startPromotion", MARKETING).at(id).send(null).is(202);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!state(id).equals("RUNNING")) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("The promotion does not run: " + state(id));
      }
      Thread.sleep(200);
    }
    return id;
  }

  private String state(String id) {
    return service
        .call("getPromotion", MARKETING)
        .at(id)
        .send()
        .is(200)
        .json()
        .get("state")
        .asText();
  }

  private static Map<String, Object> body(List<Map<String, Object>> offers, String currency) {
    return new java.util.LinkedHashMap<>(
        Map.of(
            "name", "Canaries",
            "type", "PRICE_CUT",
            "media", List.of("INTERNET"),
            "startsAt", "2026-01-01T00:00:00Z",
            "endsAt", "2099-01-01T00:00:00Z",
            "intent", Map.of("purpose", "Win back who bought in spring."),
            "cost", Map.of("fixed", Map.of("amount", "100", "currency", currency)),
            "offers", offers));
  }
}
