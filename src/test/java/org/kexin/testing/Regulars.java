package org.kexin.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Sales;
import org.kexin.analysis.algorithm.Sale;

/**
 * Twenty-four customers who came back up to four times in the first half of 2024, in a currency of
 * their own, so that tests do not see each other's.
 */
public final class Regulars {

  public static final int SIZE = 24;

  private static final int MOST_ORDERS = 5;
  private static final int PIECE = 50;

  private final String currency;
  private @Nullable List<String> ids;
  private @Nullable String product;

  public Regulars(String currency) {
    this.currency = currency;
  }

  public String currency() {
    return currency;
  }

  /** Their ids. */
  public synchronized List<String> ids() {
    List<String> known = ids;
    if (known == null) {
      known =
          IntStream.range(0, SIZE)
              .mapToObj(
                  place -> {
                    String customer = Sales.customer("Regular " + place);
                    for (int order = 0; order < orders(place); order++) {
                      buys(customer, day(place, order), pieces(place, order));
                    }
                    return customer;
                  })
              .toList();
      ids = known;
    }
    return known;
  }

  /** An order of a customer, one of them or another. */
  public synchronized void buys(String customer, LocalDate day, int pieces) {
    String sold = product;
    if (sold == null) {
      sold = Sales.product();
      product = sold;
    }
    Sales.order(customer, sold, currency, day, pieces);
  }

  /** What they bought, customer by customer, as an algorithm takes it. */
  public List<Sale<UUID>> sales() {
    List<String> customers = ids();
    return IntStream.range(0, SIZE)
        .boxed()
        .flatMap(
            place ->
                IntStream.range(0, orders(place))
                    .mapToObj(
                        order ->
                            new Sale<>(
                                UUID.fromString(customers.get(place)),
                                day(place, order),
                                BigDecimal.valueOf((long) PIECE * pieces(place, order)),
                                1,
                                pieces(place, order))))
        .toList();
  }

  /** One to five. */
  public static int orders(int place) {
    return 1 + place % MOST_ORDERS;
  }

  private static LocalDate day(int place, int order) {
    return LocalDate.of(2024, 1, 1)
        .plusDays(3L * place % 40)
        .plusDays(order * (11L + 4L * (place % 7)));
  }

  private static int pieces(int place, int order) {
    return 1 + (7 * place + 3 * order) % 5;
  }
}
