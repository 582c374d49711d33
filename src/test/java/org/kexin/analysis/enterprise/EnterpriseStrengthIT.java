package org.kexin.analysis.enterprise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;

/** Ratios of figures that anybody can check by hand. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EnterpriseStrengthIT {

  private static Map<String, Object> statement() {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("periodEnd", "2025-12-31");
    items.put("months", 12);
    items.put("currentAssets", "500");
    items.put("inventory", "100");
    items.put("receivables", "100");
    items.put("totalAssets", "1000");
    items.put("currentLiabilities", "250");
    items.put("totalLiabilities", "250");
    items.put("equity", "750");
    items.put("revenue", "1500");
    items.put("costOfSales", "750");
    items.put("operatingProfit", "300");
    items.put("interestExpense", "30");
    items.put("netIncome", "150");
    return items;
  }

  private static String value(String ratio) {
    return "ratios.find { it.ratio == '" + ratio + "' }.value";
  }

  /** 1,000 paid 10 days late and 3,000 paid early: 10 · 1,000 / 4,000 = 2.5 days. */
  @Test
  void everyRatioIsThatOfTheFiguresAndTheGradeSaysWhy() {
    Api.as(Api.SALES)
        .contentType("application/json")
        .body(
            Map.of(
                "statement",
                statement(),
                "invoices",
                List.of(
                    Map.of("amount", "1000", "dueOn", "2025-06-01", "paidOn", "2025-06-11"),
                    Map.of("amount", "3000", "dueOn", "2025-06-01", "paidOn", "2025-05-11"))))
        .post("/v1/analysis/enterprise-strength")
        .then()
        .statusCode(200)
        .body(value("CURRENT"), equalTo(2.0f))
        .body(value("QUICK"), equalTo(1.6f))
        .body(value("DEBT_TO_ASSETS"), equalTo(0.25f))
        .body(value("INTEREST_COVER"), equalTo(10.0f))
        .body(value("INVENTORY_TURNOVER"), equalTo(7.5f))
        .body(value("RECEIVABLE_TURNOVER"), equalTo(15.0f))
        .body(value("ASSET_TURNOVER"), equalTo(1.5f))
        .body(value("GROSS_MARGIN"), equalTo(0.5f))
        .body(value("NET_MARGIN"), equalTo(0.1f))
        .body(value("RETURN_ON_ASSETS"), equalTo(0.15f))
        .body(value("RETURN_ON_EQUITY"), equalTo(0.2f))
        .body(value("DAYS_BEYOND_TERMS"), equalTo(2.5f))
        .body("creditGrade.grade", equalTo("AAA"))
        .body("creditGrade.score", equalTo(100.0f))
        .body("creditGrade.policy", equalTo("credit-standard/1"));
  }

  @Test
  void whatWasNotReportedIsAReasonAndNotZero() {
    Api.as(Api.ANALYST)
        .contentType("application/json")
        .body(
            Map.of(
                "statement",
                Map.of(
                    "periodEnd", "2025-12-31",
                    "months", 12,
                    "currentAssets", "500",
                    "currentLiabilities", "0")))
        .post("/v1/analysis/enterprise-strength")
        .then()
        .statusCode(200)
        .body("ratios.find { it.ratio == 'CURRENT' }.reason", equalTo("ZERO_BASE"))
        .body("ratios.find { it.ratio == 'QUICK' }.reason", equalTo("ITEM_MISSING"))
        .body("ratios.find { it.ratio == 'DAYS_BEYOND_TERMS' }.reason", equalTo("NO_PAYMENTS"))
        .body("creditGrade.grade", nullValue())
        .body("creditGrade.reason", equalTo("TOO_LITTLE_KNOWN"));
  }

  @Test
  void anOpeningStatementFromAfterwardsIsRefused() {
    Api.as(Api.SALES)
        .contentType("application/json")
        .body(
            Map.of(
                "statement",
                Map.of("periodEnd", "2025-12-31", "months", 12),
                "opening",
                Map.of("periodEnd", "2026-12-31", "months", 12)))
        .post("/v1/analysis/enterprise-strength")
        .then()
        .statusCode(400);
  }
}
