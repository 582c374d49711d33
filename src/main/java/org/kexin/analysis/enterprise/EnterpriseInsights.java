package org.kexin.analysis.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.ratio.CreditGrade;
import org.kexin.analysis.algorithm.ratio.CreditPolicy;
import org.kexin.analysis.algorithm.ratio.EnterpriseRatios;
import org.kexin.analysis.algorithm.ratio.FinancialStatement;
import org.kexin.analysis.algorithm.ratio.PaymentBehaviour;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.Kind;
import org.kexin.customer.finance.LatestStatements;
import org.kexin.customer.finance.ReportedFigures;
import org.kexin.customer.finance.ReportedStatement;
import org.kexin.customer.finance.StatementReader;
import org.kexin.payment.DueOrder;
import org.kexin.payment.DueOrders;

/**
 * How strong one enterprise is, of its newest financial statement, the one before and how it paid
 * us. Derived of financial facts, and shown only where these are.
 */
@ApplicationScoped
class EnterpriseInsights implements InsightSource {

  static final String GRADE = "credit-grade";
  static final String STRENGTH = "enterprise-strength";

  static final Reason NO_STATEMENT =
      new Reason(
          "NO_STATEMENT",
          "No financial statement is kept of this customer; it takes one at least.");

  private final CustomerDirectory customers;
  private final StatementReader statements;
  private final DueOrders orders;
  private final Answering answering;

  EnterpriseInsights(
      CustomerDirectory customers,
      StatementReader statements,
      DueOrders orders,
      Answering answering) {
    this.customers = customers;
    this.statements = statements;
    this.orders = orders;
    this.answering = answering;
  }

  @Override
  public AttributeClass derivesFrom() {
    return AttributeClass.FINANCIAL;
  }

  /** Nothing of a person. */
  @Override
  public Set<String> codesOf(UUID customer) {
    return isEnterprise(customer) ? Set.of(GRADE, STRENGTH) : Set.of();
  }

  /** Nothing of a person. */
  @Override
  public List<Insight> about(UUID customer) {
    if (!isEnterprise(customer)) {
      return List.of();
    }
    Optional<LatestStatements<ReportedStatement>> latest = statements.latestOf(customer);
    if (latest.isEmpty()) {
      return List.of(
          Insight.missing(GRADE, NO_STATEMENT, EnterpriseWords.METHOD),
          Insight.missing(STRENGTH, NO_STATEMENT, EnterpriseWords.METHOD));
    }
    ReportedStatement newest = latest.get().newest();
    ReportedStatement opening = latest.get().opening();
    LocalDate today = answering.today();
    List<DueOrder> due = orders.of(customer, newest.currency(), today);
    EnterpriseRatios ratios =
        EnterpriseRatios.of(
            statement(newest), opening == null ? null : statement(opening), payments(due, today));
    CreditPolicy policy = CreditPolicy.standard();
    EnterpriseWords words =
        new EnterpriseWords(
            CreditGrade.of(ratios, policy),
            policy,
            EnterpriseWords.parameters(newest, opening, policy, due.size(), today),
            newest.updatedAt());
    return List.of(words.grade(GRADE), words.strength(STRENGTH));
  }

  private boolean isEnterprise(UUID customer) {
    return customers.kindOf(customer).filter(kind -> kind == Kind.ENTERPRISE).isPresent();
  }

  private static @Nullable PaymentBehaviour payments(List<DueOrder> due, LocalDate today) {
    return due.isEmpty()
        ? null
        : PaymentBehaviour.of(
            due.stream()
                .map(it -> new PaymentBehaviour.Invoice(it.kept(), it.dueOn(), it.paidOn()))
                .toList(),
            today);
  }

  private static FinancialStatement statement(ReportedStatement reported) {
    ReportedFigures figures = reported.figures();
    return new FinancialStatement(
        reported.period().end(),
        reported.period().months(),
        decimal(figures.currentAssets()),
        decimal(figures.inventory()),
        decimal(figures.receivables()),
        decimal(figures.totalAssets()),
        decimal(figures.currentLiabilities()),
        decimal(figures.totalLiabilities()),
        decimal(figures.equity()),
        decimal(figures.revenue()),
        decimal(figures.costOfSales()),
        decimal(figures.operatingProfit()),
        decimal(figures.interestExpense()),
        decimal(figures.netIncome()));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
