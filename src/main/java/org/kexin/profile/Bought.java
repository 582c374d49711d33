package org.kexin.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;

/**
 * What one customer bought and brought back in one currency within a period, added up line by line,
 * those of one transaction one after the other. Exact: nothing is rounded. Not thread-safe.
 */
final class Bought {

  private static final int MONTHS = 12;

  private final Currency currency;
  private final Sum whole = new Sum();
  private final Sum[] months = new Sum[MONTHS];
  private final Map<UUID, Part> products = new HashMap<>();
  private @Nullable UUID transaction;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  Bought(Currency currency) {
    this.currency = currency;
    Arrays.setAll(months, month -> new Sum());
  }

  /** Counts and amounts. */
  static final class Sum {
    private long orders;
    private long returns;
    private long pieces;
    private long piecesBack;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;

    private void add(LineRow row, BigDecimal amount, boolean another) {
      if (row.kind() == Kind.RETURN) {
        returns += another ? 1 : 0;
        piecesBack += row.quantity();
        returned = returned.add(amount);
      } else {
        orders += another ? 1 : 0;
        pieces += row.quantity();
        spent = spent.add(amount);
      }
    }

    long orders() {
      return orders;
    }

    long returns() {
      return returns;
    }

    long pieces() {
      return pieces;
    }

    long piecesBack() {
      return piecesBack;
    }

    BigDecimal spent() {
      return spent;
    }

    BigDecimal returned() {
      return returned;
    }

    BigDecimal kept() {
      return spent.subtract(returned);
    }
  }

  /**
   * What is kept of something.
   *
   * @param pieces less those that came back
   * @param amount less that of what came back
   */
  record Part(long pieces, BigDecimal amount) {

    private Part plus(Part other) {
      return new Part(pieces + other.pieces, amount.add(other.amount));
    }
  }

  /** A part with its name. */
  record Named(String name, Part part) {}

  /** Counts a line in, of this day of the business. */
  void add(LineRow row, LocalDate day) {
    boolean another = !row.transactionId().equals(transaction);
    transaction = row.transactionId();
    BigDecimal amount = row.unitPrice().multiply(BigDecimal.valueOf(row.quantity()));
    whole.add(row, amount, another);
    months[day.getMonthValue() - 1].add(row, amount, another);
    Part part =
        row.kind() == Kind.RETURN
            ? new Part(-row.quantity(), amount.negate())
            : new Part(row.quantity(), amount);
    products.merge(row.productId(), part, Part::plus);
    if (row.kind() == Kind.ORDER) {
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
    }
  }

  Currency currency() {
    return currency;
  }

  Sum whole() {
    return whole;
  }

  /** By month of the year, January first; of a longer period the months of all years together. */
  List<Sum> months() {
    return List.of(months);
  }

  /** Day of the first order; null where there was none. */
  @Nullable LocalDate first() {
    return first;
  }

  /** Day of the last order; null where there was none. */
  @Nullable LocalDate last() {
    return last;
  }

  /** Ids of all products. */
  Iterable<UUID> products() {
    return products.keySet();
  }

  /**
   * The parts of which most is kept, by amount, then by name; those of which nothing is kept are
   * left out.
   *
   * @param name of a product's part; null leaves it out
   */
  List<Named> top(int most, Function<UUID, @Nullable String> name) {
    Map<String, Part> named = new HashMap<>();
    products.forEach(
        (product, part) -> {
          String called = name.apply(product);
          if (called != null) {
            named.merge(called, part, Part::plus);
          }
        });
    return named.entrySet().stream()
        .filter(entry -> entry.getValue().amount().signum() > 0)
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Named it) -> it.part().amount())
                .reversed()
                .thenComparing(Named::name))
        .limit(most)
        .toList();
  }

  /** An amount of this currency as answers say it: exact, with all its decimals. */
  String text(BigDecimal amount) {
    return text(amount, currency);
  }

  /** As {@link #text(BigDecimal)}, of any currency. */
  static String text(BigDecimal amount, Currency currency) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain
        .setScale(Math.max(currency.getDefaultFractionDigits(), plain.scale()))
        .toPlainString();
  }
}
