package org.kexin.customer.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;

/**
 * Financial statements of one customer for analyses. Whether the caller may see what comes of them
 * is for the caller of this to ask, before: the figures come in clear.
 */
@ApplicationScoped
public class StatementReader {

  private final FinancialStatements statements;
  private final DataKeys keys;

  StatementReader(FinancialStatements statements, DataKeys keys) {
    this.statements = statements;
    this.keys = keys;
  }

  /** The newest statement with the one it began with; empty where there is none. */
  @Transactional
  public Optional<LatestStatements<ReportedStatement>> latestOf(UUID customer) {
    return LatestStatements.of(
            statements.of(customer), FinancialStatement::period, FinancialStatement::currency)
        .map(latest -> open(latest, keys.findOrThrow(customer)));
  }

  private static LatestStatements<ReportedStatement> open(
      LatestStatements<FinancialStatement> latest, DataKey key) {
    @Nullable FinancialStatement opening = latest.opening();
    return new LatestStatements<>(
        reported(latest.newest(), key), opening == null ? null : reported(opening, key));
  }

  private static ReportedStatement reported(FinancialStatement statement, DataKey key) {
    return new ReportedStatement(
        statement.period(),
        statement.currency(),
        statement.basis(),
        statement.open(key),
        statement.updatedAt());
  }
}
