package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * What a promotion offers: a discount on some products or on all, to whom. Vouchers refer to it by
 * its key, so that there is no discount that the check of fairness has not seen.
 *
 * @param productIds empty for everything
 * @param offeredTo ALL when missing
 * @param referencePrice of one of the products, or of an order if it is for everything: at which a
 *     discount by amount is compared; needed there
 */
@Schema(
    name = "PromotionOffer",
    description = "What a promotion offers (优惠内容): a discount, on which products, to whom.")
record Offer(
    @Schema(description = "Names the offer within its promotion.", examples = "spring")
        @NotNull
        @Size(max = MAX_KEY_CHARS)
        @Pattern(regexp = KEY, message = "is kebab-case such as spring-sale")
        String key,
    @Schema(description = "Products that it is for; empty for everything.")
        @Size(max = MAX_PRODUCTS)
        List<UUID> productIds,
    @Schema(description = "ALL when absent.", defaultValue = "ALL") @NotNull OfferedTo offeredTo,
    @NotNull @Valid Discount discount,
    @Schema(
            description =
                "Price of one of the products, or amount of a usual order if it is for everything;"
                    + " needed for a discount by amount, to compare it with others.")
        @Valid
        @Nullable Money referencePrice) {

  static final int MAX_KEY_CHARS = 40;
  static final int MAX_PRODUCTS = 50;
  static final String KEY = "^[a-z0-9]+(-[a-z0-9]+)*$";

  /** A missing list is an empty one; who is not named is everybody. */
  Offer {
    productIds = productIds == null ? List.of() : List.copyOf(productIds);
    offeredTo = offeredTo == null ? OfferedTo.ALL : offeredTo;
  }

  /** Whether it is for a product; null stands for one that no offer names. */
  boolean covers(@Nullable UUID product) {
    return productIds.isEmpty() || (product != null && productIds.contains(product));
  }
}
