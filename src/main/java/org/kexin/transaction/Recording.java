package org.kexin.transaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/**
 * The documents of one call on their way into the database, one after the other. A refused one
 * changes nothing; an order can be returned from by a document after it.
 */
final class Recording {

  private final Transactions transactions;
  private final Violations violations;
  private final Ids ids;
  private final Instant now;
  private final TransactionRules.Known known;
  private final Set<ImportedTransaction.NumberedBy> takenNumbers;
  private final Set<UUID> takenIds;
  private final Map<UUID, Transaction> orders;
  private final Set<UUID> storedOrders;
  private final Map<LineReference, TransactionLine> orderLines;
  private final List<SalesRecorded.Sale> sales = new ArrayList<>();

  Recording(
      Transactions transactions,
      Violations violations,
      Ids ids,
      Instant now,
      TransactionRules.Known known,
      Set<ImportedTransaction.NumberedBy> takenNumbers,
      Set<UUID> takenIds,
      Map<UUID, Transaction> orders,
      Map<LineReference, TransactionLine> orderLines) {
    this.transactions = transactions;
    this.violations = violations;
    this.ids = ids;
    this.now = now;
    this.known = known;
    this.takenNumbers = takenNumbers;
    this.takenIds = new java.util.HashSet<>(takenIds);
    this.orders = orders;
    this.storedOrders = Set.copyOf(orders.keySet());
    this.orderLines = orderLines;
  }

  /**
   * Records a document.
   *
   * @throws ProblemException if it is refused
   */
  Receipt add(NewTransaction document) {
    return receipt(record(accepted(document)));
  }

  /**
   * Records a return and the order that replaces what came back.
   *
   * @throws ProblemException if one of them is refused; pointers begin with the member's name
   */
  ExchangeReceipt exchange(NewExchange document) {
    Transaction returned = within("/returned", document.returned());
    Transaction replacement = within("/replacement", document.replacement());
    returned.exchangeFor(replacement);
    replacement.exchangeFor(returned);
    return new ExchangeReceipt(returned.id(), replacement.id());
  }

  private Transaction within(String member, NewTransaction document) {
    try {
      return record(accepted(document));
    } catch (ProblemException refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      throw ProblemException.invalid(
          refused.errors().stream()
              .map(it -> new FieldProblem(member + it.pointer(), it.code(), it.detail()))
              .toList());
    }
  }

  private Draft accepted(NewTransaction document) {
    List<FieldProblem> found = violations.of(document);
    Draft draft =
        switch (TransactionRules.check(document, found, known, now)) {
          case TransactionRules.Accepted accepted -> accepted.draft();
          case TransactionRules.Refused refused ->
              throw ProblemException.invalid(refused.problems());
        };
    refuseTaken(draft);
    if (draft.kind() == Kind.RETURN) {
      refuseImpossible(draft);
    }
    return draft;
  }

  private void refuseTaken(Draft draft) {
    if (takenNumbers.contains(draft.reference())) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "A transaction with this number of this source exists.");
    }
    if (draft.id() != null && takenIds.contains(draft.id())) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "This id is taken; make a fresh UUID version 7.");
    }
  }

  private void refuseImpossible(Draft draft) {
    switch (ReturnRules.check(draft, purchases(draft))) {
      case ReturnRules.Accepted accepted -> {}
      case ReturnRules.Refused refused -> throw ProblemException.invalid(refused.problems());
      case ReturnRules.Exceeds exceeds ->
          throw ProblemException.collision(
              ProblemCode.RETURN_EXCEEDS_PURCHASE,
              "Read the orders under candidates: quantity less returnedQuantity can come back.",
              List.copyOf(exceeds.orders()));
    }
  }

  private Map<LineReference, ReturnRules.Purchase> purchases(Draft draft) {
    Map<LineReference, ReturnRules.Purchase> purchases = new HashMap<>();
    for (Draft.Line line : draft.lines()) {
      LineReference reference = Objects.requireNonNull(line.returnOf());
      TransactionLine bought = orderLines.get(reference);
      Transaction order = orders.get(reference.transactionId());
      if (bought != null && order != null) {
        purchases.put(
            reference,
            new ReturnRules.Purchase(
                order.customerId(),
                order.currency(),
                order.occurredAt(),
                bought.productId(),
                bought.quantity(),
                bought.returned()));
      }
    }
    return purchases;
  }

  private Transaction record(Draft draft) {
    UUID id = draft.id() == null ? ids.next() : draft.id();
    Transaction transaction = new Transaction(id, draft, now);
    List<TransactionLine> lines = new ArrayList<>();
    for (Draft.Line line : draft.lines()) {
      lines.add(new TransactionLine(id, lines.size() + 1, line));
      LineReference original = line.returnOf();
      if (original != null) {
        takeBack(original, line.quantity());
      }
    }
    transactions.add(transaction, lines);
    sales.add(transaction.recorded(lines));
    takenNumbers.add(draft.reference());
    takenIds.add(id);
    if (draft.kind() == Kind.ORDER) {
      orders.put(id, transaction);
      lines.forEach(line -> orderLines.put(line.reference(), line));
    }
    return transaction;
  }

  private static Receipt receipt(Transaction transaction) {
    return new Receipt(transaction.id(), null, transaction.version());
  }

  /** What was recorded so far. */
  SalesRecorded recorded() {
    return new SalesRecorded(sales);
  }

  private void takeBack(LineReference original, int pieces) {
    Objects.requireNonNull(orderLines.get(original)).takeBack(pieces);
    Transaction order = Objects.requireNonNull(orders.get(original.transactionId()));
    // Nobody can have read an order that is only being recorded.
    if (storedOrders.contains(order.id())) {
      transactions.touch(order);
    }
  }
}
