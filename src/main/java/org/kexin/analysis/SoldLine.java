package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;

/**
 * One line of a sale that counts.
 *
 * @param customer null for an anonymous sale
 * @param day in the zone of the business
 * @param quantity negative for what came back
 * @param amount quantity times price in the currency of the analysis, negative for what came back
 */
public record SoldLine(
    @Nullable UUID customer,
    UUID transaction,
    LocalDate day,
    UUID product,
    long quantity,
    BigDecimal amount) {

  static SoldLine of(LineRow row, LocalDate day) {
    long quantity = row.kind() == Kind.RETURN ? -row.quantity() : row.quantity();
    return new SoldLine(
        row.customerId(),
        row.transactionId(),
        day,
        row.productId(),
        quantity,
        row.unitPrice().multiply(BigDecimal.valueOf(quantity)));
  }
}
