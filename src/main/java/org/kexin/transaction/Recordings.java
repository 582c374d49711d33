package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.Violations;

/**
 * Prepares recordings: reads and locks all that the documents of one call refer to, in a handful of
 * statements for any number of documents.
 */
@ApplicationScoped
class Recordings {

  private final Transactions transactions;
  private final Products products;
  private final CustomerDirectory customers;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  Recordings(
      Transactions transactions,
      Products products,
      CustomerDirectory customers,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.transactions = transactions;
    this.products = products;
    this.customers = customers;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a recording. Orders that documents return from stay locked to the end. */
  Recording begin(List<NewTransaction> documents) {
    Map<UUID, Transaction> orders = new HashMap<>();
    transactions.lock(orderIds(documents)).stream()
        .filter(order -> order.kind() == Kind.ORDER)
        .forEach(order -> orders.put(order.id(), order));
    Map<LineReference, TransactionLine> lines = new HashMap<>();
    transactions
        .lines(orders.keySet(), lineNumbers(documents))
        .forEach(line -> lines.put(line.reference(), line));
    return new Recording(
        transactions,
        violations,
        ids,
        clock.now(),
        known(documents),
        taken(documents),
        transactions.takenIds(
            documents.stream().map(NewTransaction::id).filter(Objects::nonNull).toList()),
        orders,
        lines);
  }

  private TransactionRules.Known known(List<NewTransaction> documents) {
    Set<UUID> knownCustomers =
        customers.existing(
            documents.stream()
                .map(NewTransaction::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<String, UUID> byCode =
        products.idsByCode(
            lines(documents)
                .map(NewTransaction.Line::productCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Set<UUID> knownProducts =
        new HashSet<>(
            products.existing(
                lines(documents)
                    .map(NewTransaction.Line::productId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
    knownProducts.addAll(byCode.values());
    return new TransactionRules.Known(knownCustomers, knownProducts, byCode);
  }

  private Set<ImportedTransaction.NumberedBy> taken(List<NewTransaction> documents) {
    Map<String, Set<String>> numbers =
        documents.stream()
            .filter(document -> document.number() != null)
            .collect(
                Collectors.groupingBy(
                    NewTransaction::source,
                    Collectors.mapping(NewTransaction::number, Collectors.toSet())));
    Set<ImportedTransaction.NumberedBy> taken = new HashSet<>();
    numbers.forEach(
        (source, asked) ->
            transactions
                .takenNumbers(source, asked)
                .forEach(number -> taken.add(new ImportedTransaction.NumberedBy(source, number))));
    return taken;
  }

  private static Set<UUID> orderIds(List<NewTransaction> documents) {
    return references(documents).map(LineReference::transactionId).collect(Collectors.toSet());
  }

  private static Set<Integer> lineNumbers(List<NewTransaction> documents) {
    return references(documents).map(LineReference::lineNo).collect(Collectors.toSet());
  }

  private static Stream<LineReference> references(List<NewTransaction> documents) {
    return lines(documents)
        .map(NewTransaction.Line::returnOf)
        .filter(reference -> reference != null && reference.transactionId() != null);
  }

  private static Stream<NewTransaction.Line> lines(List<NewTransaction> documents) {
    return documents.stream().flatMap(document -> document.lines().stream());
  }
}
