package org.kexin.customer.finance;

import static org.kexin.access.AttributeClass.FINANCIAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.Kind;
import org.kexin.customer.UnmaskingReason;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;

/** Keeping and showing financial statements. */
@ApplicationScoped
class FinancialStatementService {

  /** What a statement changes of its customer. */
  private static final Set<String> CHANGED = Set.of("financialStatements");

  private final FinancialStatements statements;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  FinancialStatementService(
      FinancialStatements statements,
      CustomerDirectory customers,
      DataKeys keys,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.statements = statements;
    this.customers = customers;
    this.keys = keys;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** A statement that a path names. */
  record Place(UUID customer, LocalDate periodEnd, int months) {}

  /** What a write did. */
  record Kept(Receipt receipt, boolean created) {}

  /** Which statements there are, as the caller may see them. */
  @Transactional
  Page<FinancialStatementView> list(UUID customer, PageRequest page) {
    demand(customer);
    return statements
        .list(customer, page)
        .map(row -> view(row, viewing.at(row.customerId(), Set.of())));
  }

  /**
   * One statement as the caller may see it.
   *
   * @throws ProblemException {@code not-found} if there is no such customer, or no statement of the
   *     period
   */
  @Transactional
  FinancialStatementView read(Place place) {
    return view(found(place), viewing.at(place.customer(), Set.of()));
  }

  /**
   * One statement in clear.
   *
   * @throws ProblemException {@code validation-failed} if the reason is none; {@code forbidden} if
   *     the policy keeps financial facts masked whatever the reason; {@code not-found}
   */
  @Transactional
  FinancialStatementView unmask(Place place, UnmaskingReason why) {
    ProblemException.demandNone(violations.of(why));
    FinancialStatement statement = found(place);
    return view(
        statement, viewing.unmask(place.customer(), Set.of(), Set.of(FINANCIAL), why.reason()));
  }

  /**
   * Keeps a statement, the first of its period or in place of the present one. To send again what
   * is there already does no harm, whatever version it is meant for: the answer may have got lost.
   *
   * @throws ProblemException {@code parameter-invalid} for a period that cannot be; {@code
   *     validation-failed}; {@code not-found}; {@code not-an-enterprise}; {@code
   *     statements-exceeded}; {@code precondition-required} and {@code precondition-failed} as
   *     {@link EntityTags#demand} says, the latter also for a version of what is not there
   */
  @Transactional
  Kept put(Place place, @Nullable String ifMatch, NewFinancialStatement document) {
    StatementPeriod period =
        StatementPeriod.ended(place.periodEnd(), place.months(), clock.today(ZoneOffset.UTC));
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(document.problems());
    ProblemException.demandNone(problems);
    UUID customer = place.customer();
    viewing.concerns(customer);
    if (customers.lockReached(customer) != Kind.ENTERPRISE) {
      throw new ProblemException(
          ProblemCode.NOT_AN_ENTERPRISE, "This customer is a person; keep no statements of it.");
    }
    DataKey key = keys.findOrThrow(customer);
    FinancialStatement present = statements.find(customer, period).orElse(null);
    if (present == null) {
      return new Kept(receipt(add(customer, period, key, ifMatch, document)), true);
    }
    if (!present.says(key, document)) {
      EntityTags.demand(ifMatch, present.version());
      present.restate(key, document, clock.now(), viewing.caller().userId());
      statements.flush();
      changes.record(customer, CHANGED);
    }
    return new Kept(receipt(present), false);
  }

  /**
   * Takes a statement away for good.
   *
   * @throws ProblemException {@code not-found}; {@code precondition-required} and {@code
   *     precondition-failed} as {@link EntityTags#demand} says
   */
  @Transactional
  void delete(Place place, @Nullable String ifMatch) {
    UUID customer = place.customer();
    viewing.concerns(customer);
    customers.lockReached(customer);
    FinancialStatement statement = inPlace(place);
    EntityTags.demand(ifMatch, statement.version());
    statements.delete(statement);
    changes.record(customer, CHANGED);
  }

  private FinancialStatement add(
      UUID customer,
      StatementPeriod period,
      DataKey key,
      @Nullable String ifMatch,
      NewFinancialStatement document) {
    if (ifMatch != null) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "There is no statement of this period any more: look, and send it without If-Match.");
    }
    if (statements.countOf(customer) >= FinancialStatements.MOST) {
      throw new ProblemException(
          ProblemCode.STATEMENTS_EXCEEDED,
          "At most %d statements of one customer are kept; delete one that is of no use any more."
              .formatted(FinancialStatements.MOST));
    }
    FinancialStatement statement =
        new FinancialStatement(
            ids.next(), customer, period, key, document, clock.now(), viewing.caller().userId());
    statements.persistAndFlush(statement);
    changes.record(customer, CHANGED);
    return statement;
  }

  private void demand(UUID customer) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
  }

  private FinancialStatement found(Place place) {
    demand(place.customer());
    return inPlace(place);
  }

  private FinancialStatement inPlace(Place place) {
    StatementPeriod period =
        StatementPeriod.ended(place.periodEnd(), place.months(), clock.today(ZoneOffset.UTC));
    return statements.find(place.customer(), period).orElseThrow(ProblemException::notFound);
  }

  private FinancialStatementView view(FinancialStatement statement, Look look) {
    return FinancialStatementView.of(
        statement, look, shown -> shown.open(keys.findOrThrow(shown.customerId())));
  }

  private static Receipt receipt(FinancialStatement statement) {
    return new Receipt(statement.id(), null, statement.version());
  }
}
