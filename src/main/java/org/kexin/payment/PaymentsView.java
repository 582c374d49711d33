package org.kexin.payment;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.shared.Money;

/** How far a transaction is paid, as the caller may see it. */
@Schema(name = "Payments", description = "How far a transaction is paid (付款情况).")
record PaymentsView(
    UUID transactionId,
    @Nullable PaymentState state,
    @Schema(description = "What is to be paid: of an order, what did not come back.")
        @Nullable Money due,
    @Nullable Money paid,
    @Schema(examples = "2026-03-31") @Nullable LocalDate dueOn,
    @Schema(description = "The first paid first.", maxItems = MAX_PAYMENTS)
        @Nullable List<Item> items,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"items\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Payments of one transaction at most. */
  static final int MAX_PAYMENTS = 200;

  /** One payment. */
  @Schema(name = "Payment", description = "Money that changed hands (付款).")
  record Item(
      UUID id,
      PaymentMethod method,
      Money amount,
      @Schema(examples = "2026-03-02T08:26:00Z") Instant paidAt) {

    static Item of(Payment payment) {
      return new Item(payment.id(), payment.method(), payment.amount(), payment.paidAt());
    }
  }

  /** The same as seen through a look; an anonymous transaction is nobody's and shown whole. */
  PaymentsView through(@Nullable Look look) {
    return look == null
        ? this
        : new PaymentsView(
            transactionId,
            look.showOrHide("state", BEHAVIOUR, state),
            look.showOrHide("due", BEHAVIOUR, due),
            look.showOrHide("paid", BEHAVIOUR, paid),
            look.showOrHide("dueOn", BEHAVIOUR, dueOn),
            look.showOrHide("items", BEHAVIOUR, items),
            look.masked());
  }
}
