package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * Who uses a voucher for what: exactly one of an order that is recorded, an amount, and lines.
 *
 * @param orderId of a recorded order of this customer
 * @param amount of the whole order, above zero
 * @param lines of the order, needed for offers on some products where there is no order yet
 */
@Schema(
    description =
        "Who uses a voucher for what (核销内容): exactly one of a recorded order, an amount, and lines.")
record VoucherBasket(
    @NotNull UUID customerId,
    @Schema(description = "A recorded order of this customer.") @Nullable UUID orderId,
    @Schema(description = "Amount of the whole order.") @Valid @Nullable Money amount,
    @Schema(description = "Lines of an order that is not recorded yet.") @Size(max = MAX_LINES)
        List<@Valid Line> lines) {

  static final int MAX_LINES = 200;

  /**
   * A line of an order.
   *
   * @param unitPrice above zero
   */
  @Schema(name = "VoucherBasketLine", description = "A line of an order.")
  record Line(
      @NotNull UUID productId,
      @Schema(examples = "6") @Min(1) @Max(1_000_000) int quantity,
      @NotNull @Valid Money unitPrice) {}

  /**
   * A missing list is an empty one.
   *
   * @throws IllegalArgumentException if not exactly one thing is named, an amount is not above
   *     zero, or the lines have several currencies
   */
  VoucherBasket {
    lines = lines == null ? List.of() : List.copyOf(lines);
    long named =
        Stream.of(orderId != null, amount != null, !lines.isEmpty()).filter(it -> it).count();
    if (named != 1) {
      throw new IllegalArgumentException("Name an order, an amount, or lines, and only one.");
    }
    if (amount != null && amount.amount().signum() <= 0) {
      throw new IllegalArgumentException("An amount is above zero.");
    }
    if (lines.stream().map(Line::unitPrice).anyMatch(it -> it == null || it.amount().signum() <= 0)
        || lines.stream().map(it -> it.unitPrice().currency()).distinct().count() > 1) {
      throw new IllegalArgumentException("Prices are above zero and of one currency.");
    }
  }
}
