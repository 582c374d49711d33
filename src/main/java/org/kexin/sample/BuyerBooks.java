package org.kexin.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads who bought what from the service. */
final class BuyerBooks {

  /** Orders of a customer that are looked at: what one of them sees is counted against a quota. */
  static final int MOST_ORDERS = 5;

  private static final String ROLE = "data-steward";

  private final SampleApi api;

  BuyerBooks(SampleApi api) {
    this.api = api;
  }

  /** The customers of the sample that were known first, without the one newcomers sign in as. */
  List<UUID> customers(int most) {
    return api
        .list(ROLE, "/v1/customers?source=SYNTHETIC&fields=id&pageSize=200", most + 1)
        .stream()
        .map(customer -> UUID.fromString(customer.path("id").asText()))
        .filter(id -> !id.equals(OwnDealings.CUSTOMER))
        .limit(most)
        .toList();
  }

  /** A customer with their orders before a moment; empty for who ordered nothing then. */
  Optional<Buyer> find(UUID customer, Instant until) {
    List<JsonNode> orders =
        api.list(
            ROLE,
            "/v1/transactions?kind=ORDER&customerId=%s&to=%s&pageSize=%d"
                .formatted(customer, until, MOST_ORDERS),
            MOST_ORDERS);
    if (orders.isEmpty()) {
      return Optional.empty();
    }
    JsonNode newest = api.read(ROLE, "/v1/transactions/" + orders.getFirst().path("id").asText());
    List<Buyer.Line> basket = new ArrayList<>();
    for (JsonNode line : newest.path("lines")) {
      BigDecimal price = new BigDecimal(line.at("/unitPrice/amount").asText());
      if (price.signum() > 0) {
        basket.add(
            new Buyer.Line(
                UUID.fromString(line.path("productId").asText()),
                line.path("quantity").asInt(),
                price));
      }
    }
    if (basket.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Buyer(
            customer,
            orders.stream().map(order -> Instant.parse(order.path("occurredAt").asText())).toList(),
            basket,
            newest.at("/total/currency").asText()));
  }
}
