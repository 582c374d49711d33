package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction that may be recorded: every member was checked by {@link TransactionRules}. */
record Draft(
    @Nullable UUID id,
    Kind kind,
    ImportedTransaction.NumberedBy reference,
    @Nullable UUID customerId,
    Channel channel,
    Currency currency,
    Instant occurredAt,
    List<Line> lines,
    @Nullable LocalDate dueOn) {

  /**
   * A line that may be recorded.
   *
   * @param returnOf null on the lines of orders
   */
  record Line(
      UUID productId, int quantity, BigDecimal unitPrice, @Nullable LineReference returnOf) {}
}
