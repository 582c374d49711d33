package org.kexin.customer.finance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** The statements, by customer and period. */
@ApplicationScoped
class FinancialStatements implements PanacheRepositoryBase<FinancialStatement, UUID> {

  /** Statements of one customer at most: twenty years of them, with a yearly and two half. */
  static final int MOST = 60;

  Optional<FinancialStatement> find(UUID customer, StatementPeriod period) {
    return find(
            "customerId = ?1 and periodEnd = ?2 and months = ?3",
            customer,
            period.end(),
            period.months())
        .firstResultOptional();
  }

  /** All of a customer, the newest first. */
  List<FinancialStatement> of(UUID customer) {
    return find("customerId = ?1 order by periodEnd desc, months desc", customer)
        .page(0, MOST)
        .list();
  }

  /** One page of a customer's, the newest first. */
  Page<FinancialStatement> list(UUID customer, PageRequest page) {
    long[] after = page.afterNumbers(2, LocalDate.MAX.toEpochDay());
    List<FinancialStatement> rows =
        of(customer).stream().filter(row -> isBehind(row.period(), after)).toList();
    return Page.of(
        rows, page, row -> row.period().end().toEpochDay() + "." + row.period().months());
  }

  long countOf(UUID customer) {
    return count("customerId", customer);
  }

  private static boolean isBehind(StatementPeriod period, long[] after) {
    long end = period.end().toEpochDay();
    return end < after[0] || (end == after[0] && period.months() < after[1]);
  }
}
