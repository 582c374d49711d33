package org.kexin.aftersales;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** The deliveries of an order, as the caller may see them. */
@Schema(name = "Deliveries", description = "The deliveries of an order (配送).")
record DeliveriesView(
    @Schema(description = "The first shipped first.", maxItems = MAX_DELIVERIES) List<Item> items,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"items\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Deliveries of one order at most. */
  static final int MAX_DELIVERIES = 200;

  /** One delivery. */
  @Schema(name = "Delivery", description = "Goods on their way (配送).")
  record Item(
      UUID id,
      DeliveryState state,
      @Schema(examples = "SF Express", maxLength = 100) String carrier,
      @Schema(examples = "SF1234567890", maxLength = 64) @Nullable String trackingNumber,
      @Schema(examples = "2026-03-02T08:26:00Z") Instant shippedAt,
      @Schema(examples = "2026-03-04") @Nullable LocalDate expectedOn,
      @Nullable Instant endedAt,
      @Nullable FailureReason reason,
      @Nullable Rating rating) {

    static Item of(Delivery delivery) {
      return new Item(
          delivery.id(),
          delivery.state(),
          delivery.carrier(),
          delivery.trackingNumber(),
          delivery.shippedAt(),
          delivery.expectedOn(),
          delivery.endedAt(),
          delivery.reason(),
          delivery.rating());
    }
  }

  /** As seen through a look; those of an anonymous order are nobody's and shown whole. */
  static DeliveriesView of(List<Delivery> deliveries, @Nullable Look look) {
    List<Item> items = deliveries.stream().map(Item::of).toList();
    if (look == null) {
      return new DeliveriesView(items, List.of());
    }
    List<Item> shown = look.showOrHide("deliveries", BEHAVIOUR, items);
    return new DeliveriesView(shown == null ? List.of() : shown, look.masked());
  }
}
