package org.kexin.promotion;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody responded.
 *
 * @param respondedAt null for now
 * @param orderId of what was bought
 */
@Schema(name = "NewPromotionResponse", description = "How somebody responded (客户反应).")
record NewResponse(
    @NotNull UUID customerId,
    @NotNull ResponseKind kind,
    @NotNull ResponseChannel channel,
    @Schema(
            description = "Now when absent; not before the promotion.",
            examples = "2026-03-01T08:26:00Z")
        @Nullable Instant respondedAt,
    @Schema(description = "A recorded order of this customer.") @Nullable UUID orderId) {}
