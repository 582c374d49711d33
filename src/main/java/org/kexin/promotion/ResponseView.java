package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** How somebody responded, as one caller may see it. */
@Schema(
    name = "PromotionResponse",
    description = "How somebody responded, as the caller may see it (客户反应).")
record ResponseView(
    UUID id,
    UUID promotionId,
    UUID customerId,
    @Nullable ResponseKind kind,
    @Nullable ResponseChannel channel,
    @Nullable Instant respondedAt,
    @Nullable UUID orderId,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"kind\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static ResponseView of(Response response, Look look) {
    return new ResponseView(
        response.id(),
        response.promotionId(),
        response.customerId(),
        look.showOrHide("kind", BEHAVIOUR, response.kind()),
        look.showOrHide("channel", BEHAVIOUR, response.channel()),
        look.showOrHide("respondedAt", BEHAVIOUR, response.respondedAt()),
        look.showOrHide("orderId", BEHAVIOUR, response.orderId()),
        look.masked());
  }
}
