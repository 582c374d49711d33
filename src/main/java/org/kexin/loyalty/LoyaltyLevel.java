package org.kexin.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level of a programme and what it brings.
 *
 * @param threshold points earned within the programme's window that reach it, 1 or more: who has
 *     none yet has no level
 * @param multiplier of what AMOUNT and QUANTITY rules bring
 * @param benefits in words, for people
 */
@Schema(description = "A level of a programme and what it brings (会员等级).")
record LoyaltyLevel(
    @Schema(examples = "gold")
        @NotNull
        @Size(min = 1, max = 32)
        @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$", message = "is kebab-case such as gold")
        String code,
    @Schema(examples = "金卡") @NotNull @Size(min = 1, max = 100) String name,
    @Schema(
            description = "Points earned within the window that reach the level.",
            examples = "5000")
        @Min(1)
        @Max(1_000_000_000_000L)
        long threshold,
    @Schema(description = "Of what AMOUNT and QUANTITY rules bring; 1/1 when absent.") @Valid
        Fraction multiplier,
    @Schema(description = "For people.", examples = "[\"Free delivery\"]") @Size(max = 20)
        List<@Size(min = 1, max = 200) String> benefits) {

  /** Multiplies by one and has no further benefits where nothing is said. */
  LoyaltyLevel {
    multiplier = Objects.requireNonNullElse(multiplier, Fraction.ONE);
    benefits = List.copyOf(Objects.requireNonNullElse(benefits, List.of()));
  }
}
