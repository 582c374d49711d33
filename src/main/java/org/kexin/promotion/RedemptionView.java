package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.shared.Money;

/** A used voucher as one caller may see it: what somebody did with it is behaviour. */
@Schema(description = "A used voucher as the caller may see it (核销记录).")
record RedemptionView(
    UUID id,
    UUID voucherId,
    UUID promotionId,
    UUID customerId,
    @Nullable UUID orderId,
    @Schema(description = "Of the whole order.") @Nullable Money amount,
    @Nullable Money discount,
    @Nullable Instant redeemedAt,
    @Nullable Instant rolledBackAt,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"amount\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static RedemptionView of(Redemption redemption, Look look) {
    return new RedemptionView(
        redemption.id(),
        redemption.voucherId(),
        redemption.promotionId(),
        redemption.customerId(),
        look.showOrHide("orderId", BEHAVIOUR, redemption.orderId()),
        look.showOrHide("amount", BEHAVIOUR, redemption.amount()),
        look.showOrHide("discount", BEHAVIOUR, redemption.discount()),
        look.showOrHide("redeemedAt", BEHAVIOUR, redemption.redeemedAt()),
        look.showOrHide("rolledBackAt", BEHAVIOUR, redemption.rolledBackAt()),
        look.masked());
  }
}
