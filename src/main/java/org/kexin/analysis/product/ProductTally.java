package org.kexin.analysis.product;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SoldLine;
import org.kexin.transaction.LinesReader;

/**
 * Sums lines by product and by category in one pass over them, ordered by customer and within a
 * customer by transaction. Memory grows with the products only. Not thread-safe.
 */
final class ProductTally {

  /** The category of products that have none. */
  static final String NONE = "NONE";

  private static final Comparator<Row> BEST_FIRST =
      Comparator.comparing(Row::revenue).reversed().thenComparing(Row::code);

  private final Map<UUID, LinesReader.ProductLabel> labels;
  private final Map<UUID, Row> products = new HashMap<>();
  private final Map<String, Row> categories = new HashMap<>();
  private final Row all = new Row("", null, null);

  ProductTally(Map<UUID, LinesReader.ProductLabel> labels) {
    this.labels = labels;
  }

  /** What was sold of one product, or of one category. */
  static final class Row {
    private final String code;
    private final @Nullable String name;
    private final @Nullable Row category;
    private BigDecimal revenue = BigDecimal.ZERO;
    private long quantity;
    private long orders;
    private long customers;
    private @Nullable UUID lastOrder;
    private @Nullable UUID lastCustomer;

    Row(String code, @Nullable String name, @Nullable Row category) {
      this.code = code;
      this.name = name;
      this.category = category;
    }

    String code() {
      return code;
    }

    @Nullable String name() {
      return name;
    }

    /** The category of a product; null for a category. */
    @Nullable Row category() {
      return category;
    }

    BigDecimal revenue() {
      return revenue;
    }

    long quantity() {
      return quantity;
    }

    long orders() {
      return orders;
    }

    /** Known customers who bought it or gave it back. */
    long customers() {
      return customers;
    }

    private void add(SoldLine line) {
      revenue = revenue.add(line.amount());
      quantity += line.quantity();
      if (line.quantity() > 0 && !line.transaction().equals(lastOrder)) {
        orders++;
        lastOrder = line.transaction();
      }
      UUID customer = line.customer();
      if (customer != null && !customer.equals(lastCustomer)) {
        customers++;
        lastCustomer = customer;
      }
    }
  }

  void add(SoldLine line) {
    Row product = products.computeIfAbsent(line.product(), this::product);
    product.add(line);
    if (product.category != null) {
      product.category.add(line);
    }
    all.add(line);
  }

  private Row product(UUID id) {
    LinesReader.ProductLabel label = labels.get(id);
    String category = label == null || label.category() == null ? NONE : label.category();
    return new Row(
        label == null ? id.toString() : label.code(),
        label == null ? null : label.name(),
        categories.computeIfAbsent(category, code -> new Row(code, null, null)));
  }

  /** All that was sold. */
  Row all() {
    return all;
  }

  /** The best first; of equals by code. */
  List<Row> products() {
    return products.values().stream().sorted(BEST_FIRST).toList();
  }

  /** The best first; of equals by code. */
  List<Row> categories() {
    return categories.values().stream().sorted(BEST_FIRST).toList();
  }
}
