package org.kexin.transaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;

/**
 * Whether what a return refers to was bought and has not come back yet. Pure; who calls holds the
 * locks under which the purchases were read.
 */
final class ReturnRules {

  private ReturnRules() {}

  /**
   * A line of an order as a return sees it.
   *
   * @param quantity bought, at least 1
   * @param returned of these, {@code 0..quantity}
   */
  record Purchase(
      @Nullable UUID customerId,
      Currency currency,
      Instant occurredAt,
      UUID productId,
      int quantity,
      int returned) {}

  /** What came of checking a return. */
  sealed interface Checked {}

  /** The goods may come back. */
  record Accepted() implements Checked {}

  /** The return contradicts the orders it refers to. */
  record Refused(List<FieldProblem> problems) implements Checked {}

  /** More comes back than was bought and is not back yet. */
  record Exceeds(Set<UUID> orders) implements Checked {}

  /**
   * Checks a return against the order lines it refers to.
   *
   * @param purchases by reference; lines that do not exist, or not in an order, are absent
   */
  static Checked check(Draft draft, Map<LineReference, Purchase> purchases) {
    List<FieldProblem> problems = new ArrayList<>();
    Map<LineReference, Long> returning = new LinkedHashMap<>();
    for (int i = 0; i < draft.lines().size(); i++) {
      Draft.Line line = draft.lines().get(i);
      LineReference reference = Objects.requireNonNull(line.returnOf());
      Purchase purchase = purchases.get(reference);
      // An order of somebody else is not told apart from none: it is not the caller's to know.
      if (purchase == null || !Objects.equals(purchase.customerId(), draft.customerId())) {
        problems.add(
            new FieldProblem(
                "/lines/" + i + "/returnOf",
                "order-line-unknown",
                "No order of this customer has such a line."));
        continue;
      }
      problems.addAll(contradictions(draft, line, purchase, "/lines/" + i));
      returning.merge(reference, (long) line.quantity(), Long::sum);
    }
    if (!problems.isEmpty()) {
      return new Refused(problems.stream().distinct().toList());
    }
    Set<UUID> exceeded =
        returning.entrySet().stream()
            .filter(entry -> entry.getValue() > remaining(purchases.get(entry.getKey())))
            .map(entry -> entry.getKey().transactionId())
            .collect(Collectors.toCollection(TreeSet::new));
    return exceeded.isEmpty() ? new Accepted() : new Exceeds(exceeded);
  }

  private static List<FieldProblem> contradictions(
      Draft draft, Draft.Line line, Purchase purchase, String at) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!purchase.productId().equals(line.productId())) {
      problems.add(
          new FieldProblem(
              at + "/returnOf", "product-mismatch", "That line is of another product."));
    }
    if (!purchase.currency().equals(draft.currency())) {
      problems.add(
          new FieldProblem(
              "/currency", "currency-mismatch", "A return is in the currency of its order."));
    }
    if (draft.occurredAt().isBefore(purchase.occurredAt())) {
      problems.add(
          new FieldProblem(
              "/occurredAt", "return-before-order", "Goods come back after they were bought."));
    }
    return problems;
  }

  private static int remaining(@Nullable Purchase purchase) {
    return purchase == null ? 0 : purchase.quantity() - purchase.returned();
  }
}
