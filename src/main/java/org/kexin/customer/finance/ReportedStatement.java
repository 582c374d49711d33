package org.kexin.customer.finance;

import java.time.Instant;
import java.util.Currency;

/** A financial statement in clear, for analyses of one customer. */
public record ReportedStatement(
    StatementPeriod period,
    Currency currency,
    StatementBasis basis,
    ReportedFigures figures,
    Instant updatedAt) {}
