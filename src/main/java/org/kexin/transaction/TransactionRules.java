package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;

/**
 * What makes a transaction acceptable by itself. Pure: the same document, products and moment give
 * the same result. What a return refers to is judged by {@link ReturnRules}.
 */
final class TransactionRules {

  /** Clocks of tills run fast, and some zones are ahead; more is a mistake. */
  static final Duration AHEAD = Duration.ofDays(1);

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 9999;

  private final List<FieldProblem> problems = new ArrayList<>();
  private final Known known;
  private final Instant now;

  private TransactionRules(Known known, Instant now) {
    this.known = known;
    this.now = now;
  }

  /** What the documents of one call refer to, as far as it exists. */
  record Known(Set<UUID> customers, Set<UUID> products, Map<String, UUID> productsByCode) {}

  /** What came of checking a document. */
  sealed interface Checked {}

  /** It may be recorded. */
  record Accepted(Draft draft) implements Checked {}

  /** Everything that is wrong with it. */
  record Refused(List<FieldProblem> problems) implements Checked {}

  /**
   * Checks all rules at once.
   *
   * @param violations what its annotations found; any of them refuses it
   */
  static Checked check(
      NewTransaction document, List<FieldProblem> violations, Known known, Instant now) {
    TransactionRules rules = new TransactionRules(known, now);
    rules.problems.addAll(violations);
    rules.checkHead(document);
    Currency currency = rules.currency(document.currency());
    List<Draft.Line> lines = new ArrayList<>();
    for (int i = 0; i < document.lines().size(); i++) {
      rules.line(document.kind(), document.lines().get(i), "/lines/" + i, lines);
    }
    if (!rules.problems.isEmpty() || currency == null) {
      return new Refused(rules.problems);
    }
    return new Accepted(
        new Draft(
            document.id(),
            document.kind(),
            new ImportedTransaction.NumberedBy(document.source(), document.number()),
            document.customerId(),
            document.channel(),
            currency,
            document.occurredAt().truncatedTo(ChronoUnit.MICROS),
            lines,
            document.dueOn()));
  }

  private void checkHead(NewTransaction document) {
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      refuse("/id", "id-invalid", "Make ids as UUID version 7, or leave the member out.");
    }
    if (document.customerId() != null && !known.customers().contains(document.customerId())) {
      refuse(
          "/customerId",
          "customer-unknown",
          "No customer has this id; leave the member out for an anonymous transaction.");
    }
    Instant at = document.occurredAt();
    if (at != null && (at.isAfter(now.plus(AHEAD)) || at.isBefore(EARLIEST))) {
      refuse(
          "/occurredAt",
          "occurred-at-invalid",
          "A transaction lies between the year 1900 and one day from now.");
    }
    if (document.dueOn() != null) {
      checkTerms(document.kind(), document.dueOn());
    }
  }

  private void checkTerms(@Nullable Kind kind, LocalDate dueOn) {
    if (kind == Kind.RETURN) {
      refuse("/dueOn", "due-date-unexpected", "Only orders are to be paid until a day.");
    }
    if (dueOn.getYear() < EARLIEST_YEAR || dueOn.getYear() > LATEST_YEAR) {
      refuse("/dueOn", "due-date-invalid", "A day of payment lies in the years 1900 to 9999.");
    }
  }

  private @Nullable Currency currency(@Nullable String code) {
    if (code == null) {
      return null;
    }
    try {
      return Money.zero(Money.currency(code)).currency();
    } catch (IllegalArgumentException unknown) {
      refuse("/currency", "currency-unknown", "Use an ISO 4217 code such as CNY.");
      return null;
    }
  }

  private void line(
      @Nullable Kind kind, NewTransaction.Line line, String at, List<Draft.Line> accepted) {
    UUID product = product(line, at);
    BigDecimal price = price(line, at);
    if (kind == Kind.RETURN && line.returnOf() == null) {
      refuse(
          at + "/returnOf",
          "return-reference-required",
          "Say which line of which order comes back.");
    }
    if (kind == Kind.ORDER && line.returnOf() != null) {
      refuse(at + "/returnOf", "return-reference-unexpected", "Only lines of returns have one.");
    }
    if (product != null && price != null) {
      accepted.add(new Draft.Line(product, line.quantity(), price, line.returnOf()));
    }
  }

  private @Nullable UUID product(NewTransaction.Line line, String at) {
    UUID id = line.productId();
    String code = line.productCode();
    if ((id == null) == (code == null)) {
      refuse(at, "product-required", "Give either productId or productCode.");
      return null;
    }
    UUID product = code == null ? id : known.productsByCode().get(code);
    if (product == null || !known.products().contains(product)) {
      String member = code == null ? "/productId" : "/productCode";
      refuse(at + member, "product-unknown", "No such product; create it first.");
      return null;
    }
    return product;
  }

  private @Nullable BigDecimal price(NewTransaction.Line line, String at) {
    if (line.unitPrice() == null) {
      return null;
    }
    BigDecimal price;
    try {
      // The currency does not matter here; the limits of an amount do.
      price = Money.of(line.unitPrice(), "CNY").amount();
    } catch (IllegalArgumentException invalid) {
      refuse(
          at + "/unitPrice",
          "unit-price-invalid",
          "A unit price is a plain decimal such as 2.55 with at most four decimals.");
      return null;
    }
    if (price.signum() <= 0) {
      refuse(at + "/unitPrice", "unit-price-invalid", "A unit price is above zero.");
      return null;
    }
    if (line.quantity() > 0 && !Amounts.fitsLine(line.quantity(), price)) {
      refuse(at, "amount-too-large", "The amount of a line is below 1,000,000,000,000.");
      return null;
    }
    return price;
  }

  private void refuse(String pointer, String code, String detail) {
    problems.add(new FieldProblem(pointer, code, detail));
  }
}
