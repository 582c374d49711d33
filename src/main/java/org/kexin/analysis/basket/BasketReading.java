package org.kexin.analysis.basket;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SoldLine;
import org.kexin.analysis.algorithm.association.BasketOwners;
import org.kexin.analysis.algorithm.association.BasketSet;

/**
 * Puts lines that come by customer, those of a transaction together, into baskets. Items are codes
 * of products or names of categories. Not thread-safe.
 */
final class BasketReading {

  private static final int FIRST_CAPACITY = 1024;

  private final AssociationQuestion.Per per;
  private final Function<UUID, @Nullable String> naming;
  private final BasketSet.Accumulator<Integer, String> baskets =
      new BasketSet.Accumulator<>(Comparator.naturalOrder(), Comparator.naturalOrder());

  private int[] owners = new int[FIRST_CAPACITY];
  private int basket = -1;
  private int customers;
  private @Nullable UUID lastTransaction;
  private @Nullable UUID lastCustomer;
  private long unnamed;

  /**
   * @param naming the item of a product; null where it has none
   */
  BasketReading(AssociationQuestion.Per per, Function<UUID, @Nullable String> naming) {
    this.per = per;
    this.naming = naming;
  }

  /** Names products by their codes or by their categories. */
  static Function<UUID, @Nullable String> naming(
      AssociationQuestion.By by, Map<UUID, Item> products) {
    return product -> {
      Item item = products.get(product);
      if (item == null) {
        return null;
      }
      return by == AssociationQuestion.By.PRODUCT ? item.code() : item.category();
    };
  }

  /**
   * The baskets, whose they are, and what had no item.
   *
   * @param unnamed lines of products without a category
   */
  record Baskets(BasketSet<String> set, BasketOwners<String> owners, long unnamed) {}

  /** A line; what came back was no choice and is passed over. */
  void add(SoldLine line) {
    if (line.quantity() <= 0) {
      return;
    }
    String item = naming.apply(line.product());
    if (item == null) {
      unnamed++;
      return;
    }
    UUID customer = line.customer();
    boolean sameCustomer = customer != null && customer.equals(lastCustomer);
    boolean same =
        per == AssociationQuestion.Per.CUSTOMER
            ? sameCustomer
            : line.transaction().equals(lastTransaction);
    if (!same) {
      customers += customer != null && !sameCustomer ? 1 : 0;
      begin(customer == null ? BasketOwners.NOBODY : customers - 1);
      lastTransaction = line.transaction();
      lastCustomer = customer;
    }
    baskets.add(basket, item);
  }

  private void begin(int owner) {
    basket++;
    if (basket == owners.length) {
      owners = Arrays.copyOf(owners, 2 * basket);
    }
    owners[basket] = owner;
  }

  Baskets finish() {
    BasketSet<String> set = baskets.finish();
    return new Baskets(set, new BasketOwners<>(set, Arrays.copyOf(owners, set.baskets())), unnamed);
  }
}
