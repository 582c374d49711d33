package org.kexin.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * How purchases bring points.
 *
 * @param points above zero
 * @param per AMOUNT: for how much money; its currency is the only one the rule is for
 * @param every FREQUENCY: which order has the bonus, 2 or more
 * @param withinDays FREQUENCY: the period up to the order in which orders count, 1..366
 * @param productIds only these products; empty for all, unless categories are given
 * @param categories only products of these categories; with product ids, either is enough
 */
@Schema(
    description =
        "How purchases bring points. AMOUNT needs per; FREQUENCY needs every and withinDays, and is"
            + " for whole orders, so it names no products.")
record EarnRule(
    @NotNull EarnRuleKind kind,
    @Schema(examples = "1") @Min(1) @Max(10_000) int points,
    @Schema(description = "For how much money the points are; other currencies earn nothing.")
        @Nullable Money per,
    @Schema(description = "The n of every n-th order.", examples = "5") @Min(2) @Max(1_000)
        @Nullable Integer every,
    @Schema(description = "Days up to an order in which orders count.", examples = "90")
        @Min(1)
        @Max(366)
        @Nullable Integer withinDays,
    @Schema(description = "Only these products.") @Size(max = 100) List<UUID> productIds,
    @Schema(description = "Only products of these categories.", examples = "[\"home\"]")
        @Size(max = 50)
        List<@Size(min = 1, max = 100) String> categories,
    @Schema(description = "For orders from this moment on.") @Nullable Instant validFrom,
    @Schema(description = "For orders before this moment.") @Nullable Instant validUntil) {

  /** Restricts nothing where nothing is said. */
  EarnRule {
    productIds = List.copyOf(Objects.requireNonNullElse(productIds, List.of()));
    categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
  }

  boolean isFor(Instant moment) {
    return (validFrom == null || !moment.isBefore(validFrom))
        && (validUntil == null || moment.isBefore(validUntil));
  }

  boolean isFor(UUID product, @Nullable String category) {
    return (productIds.isEmpty() && categories.isEmpty())
        || productIds.contains(product)
        || (category != null && categories.contains(category));
  }
}
