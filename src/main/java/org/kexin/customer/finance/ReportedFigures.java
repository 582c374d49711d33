package org.kexin.customer.finance;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The items of a financial statement that ratios need, as decimals in the currency of the
 * statement; null where an item was not reported.
 */
@Schema(description = "Items of a financial statement (财务报表项目); what was not reported is left out.")
public record ReportedFigures(
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

  private static final String DECIMAL = "^-?[0-9]{1,20}(\\.[0-9]{1,4})?$";

  static final ReportedFigures NONE =
      new ReportedFigures(null, null, null, null, null, null, null, null, null, null, null, null);
}
