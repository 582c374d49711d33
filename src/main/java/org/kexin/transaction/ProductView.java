package org.kexin.transaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product. */
@Schema(description = "Something that is sold (产品).")
record ProductView(
    UUID id,
    @Schema(description = "Stock keeping unit.", examples = "85123A", maxLength = 64) String code,
    @Schema(
            description = "Absent for a product that an import knew by code only.",
            examples = "White hanging heart T-light holder",
            maxLength = 200)
        @Nullable String name,
    @Schema(examples = "home", maxLength = 100) @Nullable String category,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {

  static ProductView of(Product product) {
    return new ProductView(
        product.id(),
        product.code(),
        product.name(),
        product.category(),
        product.createdAt(),
        product.version());
  }
}
