package org.kexin.promotion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;

/**
 * That somebody was approached.
 *
 * @param contactedAt counts to the minute; null for now
 * @param staff user id of who did it; null for the caller
 */
@Schema(name = "NewPromotionContact", description = "That somebody was approached (促销接触).")
record NewContact(
    @NotNull UUID customerId,
    @NotNull ConsentChannel channel,
    @Schema(
            description = "Counts to the minute; now when absent. Within the promotion's time.",
            examples = "2026-03-01T08:26:00Z")
        @Nullable Instant contactedAt,
    @Schema(
            description = "User id of who did it; the caller when absent.",
            examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10")
        @Size(min = 1, max = 255)
        @Pattern(regexp = "^[!-~]+$")
        @Nullable String staff) {}
