package org.kexin.customer.finance;

import static org.kexin.access.AttributeClass.FINANCIAL;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.customer.Source;

/**
 * A financial statement as the caller may see it: which there is, and for a reason what it says.
 */
@Schema(
    name = "FinancialStatement",
    description = "A financial statement of an enterprise (财务报表), as the caller may see it.")
record FinancialStatementView(
    UUID customerId,
    @Schema(description = "Day of the balance sheet.", examples = "2025-12-31") LocalDate periodEnd,
    @Schema(
            description = "Length of the period of the income statement.",
            examples = "12",
            minimum = "1",
            maximum = "24")
        int months,
    @Schema(
            description = "ISO 4217 code, one for all figures.",
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            pattern = "^[A-Z]{3}$",
            maxLength = 3,
            examples = "CNY")
        Currency currency,
    StatementBasis basis,
    Source source,
    @Schema(description = "Absent where they are masked.") @Nullable ReportedFigures figures,
    Instant recordedAt,
    Instant updatedAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"figures\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /**
   * The statement through the caller's look.
   *
   * @param open opens the figures; not asked where they are not shown
   */
  static FinancialStatementView of(
      FinancialStatement statement, Look look, Function<FinancialStatement, ReportedFigures> open) {
    FinancialStatement shown = look.showOrHide("figures", FINANCIAL, statement);
    return new FinancialStatementView(
        statement.customerId(),
        statement.period().end(),
        statement.period().months(),
        statement.currency(),
        statement.basis(),
        statement.source(),
        shown == null ? null : open.apply(shown),
        statement.recordedAt(),
        statement.updatedAt(),
        statement.version(),
        look.masked());
  }
}
