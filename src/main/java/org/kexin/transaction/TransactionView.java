package org.kexin.transaction;

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

/**
 * A transaction as one caller may see it: what somebody bought is behaviour of that customer. An
 * anonymous one is nobody's and shown whole.
 */
@Schema(description = "An order or a return as the caller may see it.")
record TransactionView(
    UUID id,
    @Nullable Kind kind,
    @Schema(examples = "web-shop", maxLength = 40) @Nullable String source,
    @Schema(examples = "SO-2026-00017", maxLength = 64) @Nullable String number,
    @Schema(description = "Absent for an anonymous transaction.") @Nullable UUID customerId,
    @Nullable Channel channel,
    @Schema(examples = "2026-03-01T08:26:00Z") @Nullable Instant occurredAt,
    @Schema(description = "Sum of the lines; negative for a return.") @Nullable Money total,
    @Schema(examples = "3", minimum = "1") @Nullable Integer lineCount,
    @Schema(
            description = "Sum of the lines' quantities, positive also for a return.",
            examples = "18",
            minimum = "1")
        @Nullable Long quantity,
    @Schema(description = "Not in lists.", maxItems = MAX_LINES) @Nullable List<Line> lines,
    @Schema(
            description = "Send as fromLine to read on; absent when all lines are here.",
            examples = "2001",
            minimum = "1")
        @Nullable Integer nextLine,
    @Schema(description = "Last day on which the order is paid in time.", examples = "2026-03-31")
        @Nullable LocalDate dueOn,
    @Schema(description = "The other half of an exchange: the return, or the order instead of it.")
        @Nullable UUID exchangedFor,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"total\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Lines in one answer at most. */
  static final int MAX_LINES = 2_000;

  /** Whether it is known which order's goods came back. */
  @Schema(description = "Whether it is known which order's goods came back.")
  enum ReturnReference {
    KNOWN,
    UNKNOWN
  }

  /**
   * One line.
   *
   * @param returnedQuantity of an order's line, what came back of it
   * @param returnReference of a return's line
   * @param returnOf of a return's line whose reference is known
   */
  @Schema(name = "TransactionLine", description = "What was bought, or came back.")
  record Line(
      @Schema(examples = "1", minimum = "1") int lineNo,
      UUID productId,
      @Schema(examples = "85123A", maxLength = 64) String productCode,
      @Schema(examples = "6", minimum = "1") int quantity,
      Money unitPrice,
      @Schema(description = "Quantity times unit price, exact; positive also for a return.")
          Money amount,
      @Schema(description = "On orders: what came back of it.", examples = "0", minimum = "0")
          @Nullable Integer returnedQuantity,
      @Schema(description = "On returns: whether the order is known.")
          @Nullable ReturnReference returnReference,
      @Nullable LineReference returnOf) {

    static Line of(Transaction transaction, Transactions.LineWithProduct row) {
      TransactionLine line = row.line();
      Money price = new Money(line.unitPrice(), transaction.currency());
      boolean isOrder = transaction.kind() == Kind.ORDER;
      LineReference original = line.returnOf();
      return new Line(
          line.reference().lineNo(),
          line.productId(),
          row.productCode(),
          line.quantity(),
          price,
          price.times(line.quantity()),
          isOrder ? line.returned() : null,
          isOrder ? null : original == null ? ReturnReference.UNKNOWN : ReturnReference.KNOWN,
          original);
    }
  }

  /**
   * @param lines null in a list
   * @param look null for an anonymous transaction
   */
  static TransactionView of(
      Transaction transaction,
      @Nullable List<Line> lines,
      @Nullable Integer nextLine,
      @Nullable Look look) {
    Shown shown = new Shown(look);
    return new TransactionView(
        transaction.id(),
        shown.of("kind", transaction.kind()),
        shown.of("source", transaction.reference().source()),
        shown.of("number", transaction.reference().number()),
        transaction.customerId(),
        shown.of("channel", transaction.channel()),
        shown.of("occurredAt", transaction.occurredAt()),
        shown.of("total", transaction.total()),
        shown.of("lineCount", transaction.lineCount()),
        shown.of("quantity", transaction.quantity()),
        shown.of("lines", lines),
        shown.of("nextLine", nextLine),
        shown.of("dueOn", transaction.dueOn()),
        shown.of("exchangedFor", transaction.exchangedFor()),
        transaction.createdAt(),
        transaction.version(),
        look == null ? List.of() : look.masked());
  }

  private record Shown(@Nullable Look look) {

    <T> @Nullable T of(String attribute, @Nullable T value) {
      return look == null ? value : look.showOrHide(attribute, BEHAVIOUR, value);
    }
  }
}
