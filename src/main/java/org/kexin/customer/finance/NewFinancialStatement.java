package org.kexin.customer.finance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.customer.Source;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Money;

/**
 * A financial statement to be kept. The currency is a text here, so that all that is wrong with a
 * document can be said at once.
 *
 * @param source through which channel it was collected
 */
@Schema(description = "A financial statement to be kept (财务报表).")
record NewFinancialStatement(
    @Schema(
            description = "ISO 4217 code, one for all figures.",
            examples = "CNY",
            pattern = "^[A-Z]{3}$",
            maxLength = 3)
        @NotNull
        String currency,
    @NotNull StatementBasis basis,
    @NotNull Source source,
    @NotNull @Valid ReportedFigures figures) {

  /** What is wrong beyond single members. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    if (currency != null && !isKnown(currency)) {
      problems.add(
          new FieldProblem("/currency", "currency-unknown", "Use an ISO 4217 code such as CNY."));
    }
    if (ReportedFigures.NONE.equals(figures)) {
      problems.add(
          new FieldProblem(
              "/figures", "figures-missing", "Give at least one item that was reported."));
    }
    return problems;
  }

  private static boolean isKnown(String code) {
    try {
      return Money.zero(Money.currency(code)).currency().getCurrencyCode().equals(code);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
