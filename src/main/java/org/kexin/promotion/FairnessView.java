package org.kexin.promotion;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What new and loyal customers would pay.
 *
 * @param approved whether a privacy officer let this version start all the same
 */
@Schema(description = "What new and loyal customers would pay for the same product (公平性检查).")
record FairnessView(
    @Schema(description = "Of the promotion, that was looked at.", minimum = "0") long version,
    @Schema(
            description = "Percent by which loyal customers may pay more.",
            type = SchemaType.STRING,
            examples = "5",
            maxLength = 20)
        String threshold,
    @Schema(description = "Whether no product is unfair.") boolean fair,
    @Schema(description = "Whether a privacy officer let this version start all the same.")
        boolean approved,
    @Schema(maxItems = 1001) List<ProductFairness> products) {

  /** One product. */
  @Schema(description = "What new and loyal customers would pay for one product.")
  record ProductFairness(
      @Schema(description = "Absent for all products that no offer names.")
          @Nullable UUID productId,
      @Schema(
              description = "Share of the price that a new customer pays.",
              examples = "0.8",
              maxLength = 20)
          String newPays,
      @Schema(
              description = "Share of the price that a loyal customer pays.",
              examples = "1",
              maxLength = 20)
          String loyalPays,
      @Schema(
              description = "The second divided by the first; absent if new customers pay nothing.",
              examples = "1.25",
              maxLength = 20)
          @Nullable String ratio,
      @Schema(description = "Whether loyal customers pay more by more than the threshold.")
          boolean unfair) {

    static ProductFairness of(FairnessCheck.Row row) {
      return new ProductFairness(
          row.product(),
          row.newPays().stripTrailingZeros().toPlainString(),
          row.loyalPays().stripTrailingZeros().toPlainString(),
          row.ratio() == null ? null : row.ratio().stripTrailingZeros().toPlainString(),
          row.unfair());
    }
  }
}
