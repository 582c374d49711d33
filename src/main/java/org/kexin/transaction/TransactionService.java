package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.TimePosition;

/** Recording and reading orders and returns. */
@ApplicationScoped
class TransactionService {

  /** As much as one query adds up in a few seconds. */
  private static final Duration LONGEST_CHECK = Duration.ofDays(31);

  private final Transactions transactions;
  private final Recordings recordings;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Event<SalesRecorded> recorded;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;

  TransactionService(
      Transactions transactions,
      Recordings recordings,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Event<SalesRecorded> recorded,
      TransactionSynchronizationRegistry transaction,
      Clock clock) {
    this.transactions = transactions;
    this.recordings = recordings;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.recorded = recorded;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What became of a document. */
  sealed interface Outcome {}

  /** It is recorded. */
  record Recorded(Receipt receipt) implements Outcome {}

  /** It is not, for a reason. */
  record Refused(ProblemException reason) implements Outcome {}

  /**
   * Records one transaction.
   *
   * @throws ProblemException {@code validation-failed}, {@code return-exceeds-purchase}, or {@code
   *     already-exists} if the number or the id is taken
   */
  @Transactional
  Receipt create(NewTransaction document) {
    return switch (createAll(List.of(document), true).getFirst()) {
      case Recorded recorded -> recorded.receipt();
      case Refused refused -> throw refused.reason();
    };
  }

  /**
   * Records many transactions, in their order. Refused ones leave no trace, so one database
   * transaction serves all, and the key of the request commits with its effect.
   *
   * @param allOrNone whether a refused one undoes the whole transaction, also the caller's part
   */
  @Transactional
  List<Outcome> createAll(List<NewTransaction> documents, boolean allOrNone) {
    return recorded(
        documents,
        recording -> {
          List<Outcome> outcomes = new ArrayList<>();
          documents.forEach(document -> outcomes.add(outcome(recording, document)));
          if (allOrNone && outcomes.stream().anyMatch(Refused.class::isInstance)) {
            transaction.setRollbackOnly();
          }
          return outcomes;
        });
  }

  /** Has {@code record} record some of these documents, and tells whom it concerns. */
  private <T> T recorded(List<NewTransaction> documents, Function<Recording, T> record) {
    try {
      Recording recording = recordings.begin(documents);
      T answer = record.apply(recording);
      if (!transaction.getRollbackOnly()) {
        transactions.flush();
        SalesRecorded sales = recording.recorded();
        changes.record(customersOf(sales));
        recorded.fire(sales);
      }
      return answer;
    } catch (ConstraintViolationException raced) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS,
          "Somebody recorded the same number or id at the same moment; nothing was changed.");
    } catch (LockAcquisitionException crossed) {
      throw new ProblemException(
          ProblemCode.UNAVAILABLE, "Others return from the same orders; send it again.");
    }
  }

  /**
   * Records an exchange, both halves or neither.
   *
   * @throws ProblemException {@code validation-failed}, {@code return-exceeds-purchase}, or {@code
   *     already-exists} if a number or an id is taken
   */
  @Transactional
  ExchangeReceipt exchange(NewExchange document) {
    List<FieldProblem> problems = document.contradictions();
    ProblemException.demandNone(problems);
    return recorded(
        List.of(document.returned(), document.replacement()),
        recording -> recording.exchange(document));
  }

  /** The transaction as the caller may see it, with its lines from a line number on. */
  TransactionView read(UUID id, int fromLine) {
    Transaction found = transactions.findById(id);
    if (found == null) {
      throw ProblemException.notFound();
    }
    UUID customer = found.customerId();
    if (customer != null) {
      viewing.concerns(customer);
      customers.demandReach(customer);
    }
    List<TransactionView.Line> lines =
        transactions.lines(id, fromLine, TransactionView.MAX_LINES + 1).stream()
            .map(line -> TransactionView.Line.of(found, line))
            .toList();
    boolean all = lines.size() <= TransactionView.MAX_LINES;
    return TransactionView.of(
        found,
        all ? lines : lines.subList(0, TransactionView.MAX_LINES),
        all ? null : lines.getLast().lineNo(),
        look(found));
  }

  /** A page; without the transactions of restricted customers, so it may be short. */
  Page<TransactionView> list(TransactionQuery query, PageRequest page) {
    // Cut first, look then: the extra row that was read is shown to nobody.
    Page<Transaction> cut =
        Page.of(
            transactions.list(query, viewing.reach(), page),
            page,
            last -> new TimePosition(last.occurredAt(), last.id()).text());
    List<UUID> persons =
        cut.items().stream().map(Transaction::customerId).filter(Objects::nonNull).toList();
    Set<UUID> open = customers.withinReach(persons);
    viewing.expect(open);
    return cut.filter(found -> found.customerId() == null || open.contains(found.customerId()))
        .map(found -> TransactionView.of(found, null, null, look(found)));
  }

  /**
   * Adds up the lines of a time again.
   *
   * @param from null for as early as may be
   * @param until null for now
   * @throws ProblemException {@code parameter-invalid} if the time is longer than 31 days, or ends
   *     before it begins
   */
  @Transactional
  TotalsCheck check(@Nullable Instant from, @Nullable Instant until) {
    Instant end = until == null ? clock.now() : until;
    Instant begin = from == null ? end.minus(LONGEST_CHECK) : from;
    if (begin.isAfter(end) || begin.plus(LONGEST_CHECK).isBefore(end)) {
      throw ProblemException.parameter("from", "Ask for a time of 31 days at most.");
    }
    return new TotalsCheck(
        begin,
        end,
        transactions.count("occurredAt >= ?1 and occurredAt < ?2", begin, end),
        transactions.differing(begin, end, TotalsCheck.MAX_DIFFERING));
  }

  private @Nullable Look look(Transaction found) {
    UUID customer = found.customerId();
    return customer == null ? null : viewing.at(customer, Set.of());
  }

  private static Map<UUID, Set<String>> customersOf(SalesRecorded sales) {
    Map<UUID, Set<String>> customers = new LinkedHashMap<>();
    for (SalesRecorded.Sale sale : sales.sales()) {
      if (sale.customerId() != null) {
        customers.put(sale.customerId(), TransactionIntake.CHANGED);
      }
    }
    return customers;
  }

  private static Outcome outcome(Recording recording, NewTransaction document) {
    try {
      return new Recorded(recording.add(document));
    } catch (ProblemException refusal) {
      return new Refused(refusal);
    }
  }
}
