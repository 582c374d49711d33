package org.kexin.analysis.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.kexin.analysis.algorithm.ratio.CreditGrade;
import org.kexin.analysis.algorithm.ratio.CreditPolicy;
import org.kexin.analysis.algorithm.ratio.EnterpriseRatios;
import org.kexin.analysis.algorithm.ratio.PaymentBehaviour;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Judges figures that somebody sends. */
@ApplicationScoped
class EnterpriseStrength {

  private final Violations violations;

  EnterpriseStrength(Violations violations) {
    this.violations = violations;
  }

  /**
   * @throws ProblemException {@code validation-failed}; {@code parameter-invalid} if the opening
   *     statement is not before the other one
   */
  EnterpriseStrengthView of(EnterpriseFigures figures) {
    ProblemException.demandNone(violations.of(figures));
    EnterpriseFigures.Statement opening = figures.opening();
    if (opening != null && !opening.periodEnd().isBefore(figures.statement().periodEnd())) {
      throw ProblemException.parameter("opening", "The opening statement is before the other.");
    }
    PaymentBehaviour payments =
        figures.invoices().isEmpty()
            ? null
            : PaymentBehaviour.of(
                figures.invoices().stream().map(EnterpriseFigures.Invoice::toAlgorithm).toList(),
                Objects.requireNonNullElse(figures.asOf(), figures.statement().periodEnd()));
    EnterpriseRatios ratios =
        EnterpriseRatios.of(
            figures.statement().toAlgorithm(),
            opening == null ? null : opening.toAlgorithm(),
            payments);
    return EnterpriseStrengthView.of(ratios, CreditGrade.of(ratios, CreditPolicy.standard()));
  }
}
