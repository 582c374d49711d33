package org.kexin.analysis.enterprise;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.ratio.FinancialStatement;
import org.kexin.analysis.algorithm.ratio.PaymentBehaviour;

/**
 * Figures of one enterprise, all in one currency.
 *
 * @param opening the statement before, for mean balances
 * @param invoices for days beyond terms; empty where the payment behaviour is not known
 */
@Schema(description = "Figures of one enterprise, all in one currency; nothing of it is kept.")
record EnterpriseFigures(
    @NotNull @Valid Statement statement,
    @Schema(description = "The statement before it, for mean balances.") @Nullable @Valid
        Statement opening,
    @Schema(description = "Invoices, for how far beyond terms it pays.") @Size(max = 1_000)
        List<@Valid @NotNull Invoice> invoices,
    @Schema(
            description = "Day on which unpaid invoices are looked at; the period end when absent.",
            examples = "2026-06-30")
        @Nullable LocalDate asOf) {

  private static final String DECIMAL = "^-?[0-9]{1,20}(\\.[0-9]{1,4})?$";

  /** A missing list is an empty one. */
  EnterpriseFigures {
    invoices = Objects.requireNonNullElse(invoices, List.of());
  }

  /** The items of one financial statement; what was not reported is left out. */
  @Schema(
      name = "FinancialStatementFigures",
      description = "Items of a financial statement (财务报表); what was not reported is left out.")
  record Statement(
      @Schema(description = "Day of the balance sheet.", examples = "2025-12-31") @NotNull
          LocalDate periodEnd,
      @Schema(description = "Length of the period of the income statement.", examples = "12")
          @NotNull
          @Min(1)
          @Max(24)
          Integer months,
      @Schema(description = "流动资产", examples = "500")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String currentAssets,
      @Schema(description = "存货", examples = "120")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String inventory,
      @Schema(description = "应收账款", examples = "100")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String receivables,
      @Schema(description = "资产总计", examples = "1000")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String totalAssets,
      @Schema(description = "流动负债", examples = "250")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String currentLiabilities,
      @Schema(description = "负债合计", examples = "400")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String totalLiabilities,
      @Schema(description = "所有者权益; negative when debts exceed assets.", examples = "600")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String equity,
      @Schema(description = "营业收入", examples = "1200")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String revenue,
      @Schema(description = "营业成本, as a positive number.", examples = "840")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String costOfSales,
      @Schema(description = "息税前利润", examples = "150")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String operatingProfit,
      @Schema(description = "利息费用, as a positive number.", examples = "30")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String interestExpense,
      @Schema(description = "净利润; negative for a loss.", examples = "90")
          @Nullable
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String netIncome) {

    FinancialStatement toAlgorithm() {
      return new FinancialStatement(
          periodEnd,
          months,
          decimal(currentAssets),
          decimal(inventory),
          decimal(receivables),
          decimal(totalAssets),
          decimal(currentLiabilities),
          decimal(totalLiabilities),
          decimal(equity),
          decimal(revenue),
          decimal(costOfSales),
          decimal(operatingProfit),
          decimal(interestExpense),
          decimal(netIncome));
    }
  }

  /** One invoice. */
  @Schema(name = "InvoiceFigures", description = "One invoice.")
  record Invoice(
      @Schema(description = "Decimal.", examples = "1000.00")
          @NotNull
          @Pattern(regexp = DECIMAL)
          @Size(max = 26)
          String amount,
      @Schema(description = "Last day to pay in time.", examples = "2026-03-31") @NotNull
          LocalDate dueOn,
      @Schema(description = "Day it was paid in full; absent while it is not.")
          @Nullable LocalDate paidOn) {

    PaymentBehaviour.Invoice toAlgorithm() {
      return new PaymentBehaviour.Invoice(new BigDecimal(amount), dueOn, paidOn);
    }
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
