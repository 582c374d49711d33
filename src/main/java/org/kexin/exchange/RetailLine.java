package org.kexin.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.ImportedLine;
import org.kexin.transaction.Kind;

/**
 * One line of an invoice.
 *
 * @param invoice number with its prefix
 * @param customer number in the shop, null where the buyer is not known
 * @param quantity at least 1, also of a return
 * @param unitPrice in pounds, above zero
 */
record RetailLine(
    Row row,
    Kind kind,
    String invoice,
    String product,
    String description,
    int quantity,
    Instant at,
    BigDecimal unitPrice,
    @Nullable String customer) {

  static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern INVOICE = Pattern.compile("[A-Za-z]?[0-9]{1,20}");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,4})?");
  private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int MAX_PRODUCT_CHARS = 64;
  private static final int MAX_DESCRIPTION_CHARS = 200;

  /**
   * @throws RefusedRowException if the row is an adjustment or is no line of an order or return
   */
  static RetailLine of(Row row) {
    String invoice = row.value("InvoiceNo").strip();
    demand(INVOICE.matcher(invoice).matches(), "invoice-invalid", "InvoiceNo is a number.");
    demand(!invoice.startsWith("A"), "adjustment", "An adjustment of debts is no sale.");
    BigDecimal price = decimal(row.value("UnitPrice").strip());
    demand(price.signum() > 0, "price-not-positive", "UnitPrice must be above zero.");
    Kind kind = invoice.startsWith("C") ? Kind.RETURN : Kind.ORDER;
    int signed = integer(row.value("Quantity").strip());
    int quantity = kind == Kind.RETURN ? -signed : signed;
    demand(
        quantity > 0,
        "quantity-sign",
        "Quantity is above zero for an order and below zero for a return.");
    String product = row.value("StockCode").strip();
    demand(
        !product.isEmpty() && product.length() <= MAX_PRODUCT_CHARS,
        "product-invalid",
        "StockCode has 1 to 64 characters.");
    String description = row.value("Description").strip();
    demand(
        description.length() <= MAX_DESCRIPTION_CHARS,
        "description-too-long",
        "Description has at most 200 characters.");
    demand(row.number() <= Integer.MAX_VALUE, "line-number", "Send the file in parts.");
    String customer = row.value("CustomerID").strip();
    demand(
        customer.isEmpty() || CUSTOMER.matcher(customer).matches(),
        "customer-invalid",
        "CustomerID has letters, digits and ._:- only.");
    return new RetailLine(
        row,
        kind,
        invoice,
        product,
        description,
        quantity,
        at(row.value("InvoiceDate").strip()),
        price,
        customer.isEmpty() ? null : customer);
  }

  /** Whether the other is a line of the same invoice at the same moment for the same buyer. */
  boolean goesWith(RetailLine other) {
    return invoice.equals(other.invoice)
        && at.equals(other.at)
        && java.util.Objects.equals(customer, other.customer);
  }

  /** This line for the intake. */
  ImportedLine imported(java.util.UUID productId) {
    return new ImportedLine((int) row.number(), productId, quantity, unitPrice);
  }

  private static int integer(String text) {
    demand(INTEGER.matcher(text).matches(), "quantity-invalid", "Quantity is a whole number.");
    return Integer.parseInt(text);
  }

  private static BigDecimal decimal(String text) {
    demand(
        DECIMAL.matcher(text).matches(),
        "price-invalid",
        "UnitPrice is a decimal with at most four places.");
    return new BigDecimal(text);
  }

  private static Instant at(String text) {
    try {
      return LocalDateTime.parse(text, AT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new RefusedRowException("date-invalid", "InvoiceDate is written 2011-12-09 12:50:00.");
    }
  }

  private static void demand(boolean holds, String code, String detail) {
    if (!holds) {
      throw new RefusedRowException(code, detail);
    }
  }
}
