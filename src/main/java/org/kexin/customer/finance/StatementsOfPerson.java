package org.kexin.customer.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.customer.Source;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/** Financial statements for who they are about, and for erasure, which takes the rows away. */
@ApplicationScoped
class StatementsOfPerson implements PersonalDataHolder {

  private static final String TABLE = "financial_statement";

  private final FinancialStatements statements;
  private final DataKeys keys;

  StatementsOfPerson(FinancialStatements statements, DataKeys keys) {
    this.statements = statements;
    this.keys = keys;
  }

  /**
   * A statement, in clear.
   *
   * @param figures null where the key is gone
   */
  record Reported(
      LocalDate periodEnd,
      int months,
      Currency currency,
      StatementBasis basis,
      Source source,
      @Nullable ReportedFigures figures,
      Instant recordedAt,
      Instant updatedAt) {}

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    DataKey key = keys.find(person).orElse(null);
    for (FinancialStatement statement : statements.of(person)) {
      file.add(
          "financialStatements",
          new Reported(
              statement.period().end(),
              statement.period().months(),
              statement.currency(),
              statement.basis(),
              statement.source(),
              key == null ? null : statement.open(key),
              statement.recordedAt(),
              statement.updatedAt()));
    }
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    long rows = statements.delete("customerId", person);
    return FieldOutcome.erased(
        TABLE,
        rows,
        "customer_id",
        "period_end",
        "months",
        "currency",
        "basis",
        "source",
        "figures",
        "recorded_at",
        "updated_at");
  }
}
