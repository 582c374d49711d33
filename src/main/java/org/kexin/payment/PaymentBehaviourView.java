package org.kexin.payment;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** How a customer pays, as the caller may see it. */
@Schema(name = "PaymentBehaviour", description = "How a customer pays (付款表现).")
record PaymentBehaviourView(
    UUID customerId,
    @Schema(description = "Orders of this moment or later count.") Instant since,
    @Schema(description = "Never added up over currencies.", maxItems = 200)
        List<InCurrency> currencies,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"currencies\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /**
   * Orders of one currency that have a last day of payment.
   *
   * @param orders all of them: the next four add up to it
   * @param meanDaysLate of those paid late, from the last day on; one decimal; null if none was
   */
  @Schema(name = "PaymentBehaviourInCurrency", description = "Orders with a last day of payment.")
  record InCurrency(
      @Schema(examples = "CNY", maxLength = 3) String currency,
      @Schema(examples = "12", minimum = "0") long orders,
      @Schema(examples = "9", minimum = "0") long paidInTime,
      @Schema(examples = "2", minimum = "0") long paidLate,
      @Schema(examples = "1", minimum = "0") long overdue,
      @Schema(examples = "0", minimum = "0") long open,
      @Schema(description = "Still to be paid.") Money outstanding,
      @Schema(description = "Of that, what should have been paid.") Money overdueAmount,
      @Schema(
              description = "Of the orders paid late, from the last day on.",
              examples = "4.5",
              pattern = "^[0-9]{1,6}\\.[0-9]$",
              maxLength = 8)
          @Nullable String meanDaysLate) {}
}
