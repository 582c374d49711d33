package org.kexin.transaction;

import java.math.BigDecimal;
import java.util.UUID;
import org.kexin.shared.Money;

/**
 * One line of an {@link ImportedTransaction}.
 *
 * @param lineNo at least 1; identifies the line within its transaction for ever, so the same line
 *     of a file must get the same number however often and in whatever parts the file is read
 * @param quantity at least 1, also for returns
 * @param unitPrice above zero, at most four decimals
 */
public record ImportedLine(int lineNo, UUID productId, int quantity, BigDecimal unitPrice) {

  /**
   * @throws IllegalArgumentException if a number is out of its range, or the line's amount has more
   *     than 12 digits before the point
   */
  public ImportedLine {
    if (lineNo < 1 || quantity < 1) {
      throw new IllegalArgumentException("Line number and quantity are at least 1.");
    }
    if (unitPrice.signum() <= 0 || unitPrice.stripTrailingZeros().scale() > Money.MAX_SCALE) {
      throw new IllegalArgumentException(
          "A unit price is above zero and has at most " + Money.MAX_SCALE + " decimals.");
    }
    if (!Amounts.fitsLine(quantity, unitPrice)) {
      throw new IllegalArgumentException("The amount of a line is below 1,000,000,000,000.");
    }
  }

  /** Quantity times unit price, exact. */
  public BigDecimal amount() {
    return Amounts.of(quantity, unitPrice);
  }
}
