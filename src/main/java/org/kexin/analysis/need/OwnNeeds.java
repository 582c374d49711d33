package org.kexin.analysis.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.need.Need;
import org.kexin.analysis.algorithm.need.NeedRule;
import org.kexin.analysis.algorithm.need.Needs;
import org.kexin.analysis.algorithm.need.Replenishment;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;
import org.kexin.transaction.LinesReader;
import org.kexin.transaction.LinesReader.ProductLabel;
import org.kexin.transaction.ProductDirectory;

/** Reads what one customer needs off their own purchases, in whatever currency. */
@ApplicationScoped
class OwnNeeds {

  static final Answering.Method METHOD =
      new Answering.Method(
          "Empirical replenishment interval, quantiles of type 7 (Hyndman & Fan 1996)", "1");

  static final NeedRule RULE = NeedRule.defaults();

  private final LinesReader lines;
  private final ProductDirectory products;
  private final Answering answering;

  OwnNeeds(LinesReader lines, ProductDirectory products, Answering answering) {
    this.lines = lines;
    this.products = products;
    this.answering = answering;
  }

  /**
   * What was found for one customer.
   *
   * @param named the most pressing ones, as many as were asked for
   * @param found all of them
   * @param tooFewDays products, or categories, bought on fewer days than it takes
   * @param none why there is no need; null where there is one
   */
  record Found(List<Named> named, int found, int tooFewDays, @Nullable Reason none) {}

  /**
   * A need with what it is for.
   *
   * @param code of a product, or the category
   * @param name null for a category, or a product that is known by its code only
   * @param productId null for a category
   */
  record Named(String code, @Nullable String name, @Nullable UUID productId, Need<?> need) {}

  /**
   * What a customer needs who may be judged.
   *
   * @param reference the day that is asked about
   * @param most how many to name
   */
  Found of(UUID customer, NeedBy by, LocalDate reference, int most) {
    return by == NeedBy.PRODUCT
        ? products(customer, reference, most)
        : categories(customer, reference, most);
  }

  /** What the method is given. */
  static SortedMap<String, String> parameters(NeedBy by, LocalDate reference) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("by", by.name());
    parameters.put("referenceDate", reference.toString());
    parameters.put("fewestDays", String.valueOf(RULE.fewestDays()));
    parameters.put("lapsedAfter", String.valueOf(RULE.lapsedAfter()));
    return parameters;
  }

  private Found products(UUID customer, LocalDate reference, int most) {
    Needs<UUID> needs =
        read(customer, reference, CustomerOrder.ofUuids(), Function.<UUID>identity());
    List<Need<UUID>> first = needs.needs().stream().limit(most).toList();
    Map<UUID, ProductLabel> labels = products.labels(first.stream().map(Need::item).toList());
    List<Named> named = new ArrayList<>();
    for (Need<UUID> need : first) {
      ProductLabel label = labels.get(need.item());
      named.add(
          new Named(
              label == null ? need.item().toString() : label.code(),
              label == null ? null : label.name(),
              need.item(),
              need));
    }
    return found(needs, named);
  }

  /** Reads the purchases twice: a customer's lines are few, and labels of all products are many. */
  private Found categories(UUID customer, LocalDate reference, int most) {
    Set<UUID> bought = new HashSet<>();
    lines.streamOf(customer, null, row -> bought.add(row.productId()));
    Map<UUID, ProductLabel> labels = products.labels(bought);
    Needs<String> needs =
        read(
            customer,
            reference,
            Comparator.naturalOrder(),
            product -> {
              ProductLabel label = labels.get(product);
              return label == null ? null : label.category();
            });
    return found(
        needs,
        needs.needs().stream()
            .limit(most)
            .map(need -> new Named(need.item(), null, null, need))
            .toList());
  }

  private static Found found(Needs<?> needs, List<Named> named) {
    return new Found(named, needs.needs().size(), needs.tooFewDays(), needs.none());
  }

  private <I> Needs<I> read(
      UUID customer,
      LocalDate reference,
      Comparator<? super I> order,
      Function<UUID, @Nullable I> item) {
    ZoneId zone = answering.zone();
    Replenishment<I> own = new Replenishment<>(RULE, reference, order);
    lines.streamOf(
        customer,
        null,
        row -> {
          I needed = item.apply(row.productId());
          if (needed != null) {
            own.add(needed, LocalDate.ofInstant(row.occurredAt(), zone), quantity(row));
          }
        });
    return own.needs();
  }

  private static long quantity(LineRow row) {
    return row.kind() == Kind.RETURN ? -(long) row.quantity() : row.quantity();
  }
}
