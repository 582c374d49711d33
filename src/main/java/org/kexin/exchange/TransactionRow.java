package org.kexin.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.customer.ExternalId;
import org.kexin.shared.Money;
import org.kexin.transaction.Channel;
import org.kexin.transaction.ImportedLine;
import org.kexin.transaction.ImportedTransaction;
import org.kexin.transaction.Kind;

/**
 * An order or return as a line of NDJSON. Unlike the body of {@code POST /v1/transactions} it knows
 * customer and products by the names that the sending system has for them.
 *
 * @param source which system numbered it, kebab-case
 * @param customer null for an anonymous transaction
 * @param currency ISO 4217 code
 */
record TransactionRow(
    @Nullable Kind kind,
    @Nullable String source,
    @Nullable String number,
    @Nullable ExternalId customer,
    @Nullable Channel channel,
    @Nullable String currency,
    @Nullable Instant occurredAt,
    @Nullable List<Line> lines) {

  /**
   * @param lineNo within the transaction; its place in the list, from 1, where it is not given
   * @param quantity at least 1, also for a return
   * @param unitPrice plain decimal text
   */
  record Line(
      @Nullable Integer lineNo,
      @Nullable String productCode,
      @Nullable Integer quantity,
      @Nullable String unitPrice) {}

  /** Codes of the products on its lines. */
  List<String> productCodes() {
    return demand(lines, "lines").stream()
        .map(line -> demand(line.productCode(), "lines/productCode"))
        .toList();
  }

  /**
   * This transaction for the intake.
   *
   * @param customers with this one's
   * @param products with all of {@link #productCodes}
   * @throws RefusedRowException if a member is missing or out of its range
   */
  ImportedTransaction imported(Map<ExternalId, UUID> customers, Map<String, UUID> products) {
    try {
      return new ImportedTransaction(
          demand(kind, "kind"),
          demand(source, "source"),
          demand(number, "number"),
          customer == null ? null : Objects.requireNonNull(customers.get(customer)),
          demand(channel, "channel"),
          Money.currency(demand(currency, "currency")),
          demand(occurredAt, "occurredAt"),
          importedLines(products));
    } catch (IllegalArgumentException outOfRange) {
      throw new RefusedRowException("value-invalid", String.valueOf(outOfRange.getMessage()));
    }
  }

  private List<ImportedLine> importedLines(Map<String, UUID> products) {
    List<ImportedLine> imported = new ArrayList<>();
    for (Line line : demand(lines, "lines")) {
      imported.add(
          new ImportedLine(
              Objects.requireNonNullElse(line.lineNo(), imported.size() + 1),
              Objects.requireNonNull(products.get(line.productCode())),
              demand(line.quantity(), "lines/quantity"),
              price(demand(line.unitPrice(), "lines/unitPrice"))));
    }
    return imported;
  }

  private static BigDecimal price(String text) {
    // Not by BigDecimal alone: it would also read exponents.
    if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
      throw new RefusedRowException(
          "price-invalid", "unitPrice is a decimal with at most four places.");
    }
    return new BigDecimal(text);
  }

  private static <T> T demand(@Nullable T value, String member) {
    if (value == null) {
      throw new RefusedRowException("member-missing", "/" + member + " is missing.");
    }
    return value;
  }
}
