package org.kexin.payment;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SalesDirectory;
import org.kexin.transaction.SalesDirectory.Sale;

/** Recording payments and reading how customers pay. */
@ApplicationScoped
class PaymentService {

  /** What a payment changes of its customer. */
  private static final Set<String> CHANGED = Set.of("payments");

  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final Payments payments;
  private final SalesDirectory sales;
  private final CustomerDirectory customers;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  PaymentService(
      Payments payments,
      SalesDirectory sales,
      CustomerDirectory customers,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.payments = payments;
    this.sales = sales;
    this.customers = customers;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a payment of an order, or a refund of a return.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     currency-mismatch} if it is of another currency; {@code payment-exceeds-total} if more
   *     would be paid than the total; {@code already-exists} if the id is taken
   */
  @Transactional
  Receipt record(UUID transaction, NewPayment document) {
    Instant now = clock.now();
    demandAcceptable(document, now);
    Sale sale = sales.lock(transaction).orElseThrow(ProblemException::notFound);
    UUID customer = sale.customerId();
    if (customer != null) {
      customers.demandReach(customer);
    }
    Money total = amount(sale);
    switch (PaymentRules.check(
        total, payments.paid(transaction, total.currency()), document.amount())) {
      case PaymentRules.Accepted accepted -> {}
      case PaymentRules.OtherCurrency other ->
          throw new ProblemException(
              ProblemCode.CURRENCY_MISMATCH,
              "Pay in the currency of the transaction; amounts of two are never set off.");
      case PaymentRules.Exceeds exceeds ->
          throw new ProblemException(
              ProblemCode.PAYMENT_EXCEEDS_TOTAL,
              "Read the payments of this transaction to see what is left to pay.");
    }
    if (payments.countOf(transaction) >= PaymentsView.MAX_PAYMENTS) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "A transaction is paid in at most 200 payments.");
    }
    UUID id = document.id() == null ? ids.next() : document.id();
    try {
      payments.persistAndFlush(new Payment(id, sale, document, now, viewing.caller().userId()));
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "This id is taken; make a fresh UUID version 7.");
    }
    if (customer != null) {
      changes.record(customer, CHANGED);
    }
    return new Receipt(id, null, 0);
  }

  /** How far a transaction is paid, as the caller may see it. */
  @Transactional
  PaymentsView of(UUID transaction) {
    Sale sale = sales.find(transaction).orElseThrow(ProblemException::notFound);
    Look look = look(sale.customerId());
    Money due = sale.kind() == Kind.ORDER ? sales.kept(sale) : amount(sale);
    Money paid = payments.paid(transaction, due.currency());
    return new PaymentsView(
            transaction,
            PaymentRules.state(due, paid, sale.dueOn(), clock.now()),
            due,
            paid,
            sale.dueOn(),
            payments.of(transaction, PaymentsView.MAX_PAYMENTS).stream()
                .map(PaymentsView.Item::of)
                .toList(),
            List.of())
        .through(look);
  }

  /** How a customer paid the orders of the last two years, as the caller may see it. */
  @Transactional
  PaymentBehaviourView behaviour(UUID customer) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
    LocalDate today = clock.today(ZoneOffset.UTC);
    Instant since = today.minusYears(DueOrders.YEARS).atStartOfDay(ZoneOffset.UTC).toInstant();
    Look look = viewing.at(customer, Set.of());
    List<PaymentBehaviourView.InCurrency> shown =
        look.showOrHide("currencies", BEHAVIOUR, payments.behaviour(customer, since, today));
    return new PaymentBehaviourView(
        customer, since, shown == null ? List.of() : shown, look.masked());
  }

  private @Nullable Look look(@Nullable UUID customer) {
    if (customer == null) {
      return null;
    }
    viewing.concerns(customer);
    customers.demandReach(customer);
    return viewing.at(customer, Set.of());
  }

  private static Money amount(Sale sale) {
    Money total = sale.total();
    return new Money(total.amount().abs(), total.currency());
  }

  private void demandAcceptable(NewPayment document, Instant now) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      problems.add(
          new FieldProblem(
              "/id", "id-invalid", "Make ids as UUID version 7, or leave the member out."));
    }
    if (document.amount() != null && document.amount().amount().signum() <= 0) {
      problems.add(
          new FieldProblem("/amount/amount", "amount-invalid", "What is paid is above zero."));
    }
    if (document.paidAt() != null && document.paidAt().isAfter(now.plus(CLOCK_SKEW))) {
      problems.add(
          new FieldProblem(
              "/paidAt", "in-the-future", "A payment is recorded after it took place."));
    }
    ProblemException.demandNone(problems);
  }
}
