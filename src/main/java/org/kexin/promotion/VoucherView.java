package org.kexin.promotion;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** A voucher. */
@Schema(description = "A voucher (优惠券).")
record VoucherView(
    UUID id,
    UUID promotionId,
    @Schema(examples = "SPRING-2026", maxLength = NewVoucher.MAX_CODE_CHARS) String code,
    @Schema(examples = "spring", maxLength = Offer.MAX_KEY_CHARS) String offer,
    @Nullable Money minimumAmount,
    Instant validFrom,
    Instant validUntil,
    @Schema(examples = "1000", minimum = "1") int totalLimit,
    @Schema(examples = "1", minimum = "1") @Nullable Integer customerLimit,
    @Schema(
            description = "Redemptions so far, without those that were rolled back.",
            examples = "17",
            minimum = "0")
        int redeemed,
    Instant createdAt) {}
