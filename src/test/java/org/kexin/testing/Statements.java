package org.kexin.testing;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Financial statements to test with. */
public final class Statements {

  public static final String ALL = "/v1/customers/{id}/financial-statements";
  public static final String ONE = ALL + "/{periodEnd}/{months}";
  public static final String YEAR_END = "2025-12-31";

  private Statements() {}

  /** Figures of which every ratio lies in its best band. */
  public static Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("currentAssets", "500");
    figures.put("inventory", "100");
    figures.put("receivables", "100");
    figures.put("totalAssets", "1000");
    figures.put("currentLiabilities", "250");
    figures.put("totalLiabilities", "250");
    figures.put("equity", "750");
    figures.put("revenue", "1500");
    figures.put("costOfSales", "750");
    figures.put("operatingProfit", "300");
    figures.put("interestExpense", "30");
    figures.put("netIncome", "150");
    return figures;
  }

  /** The body of an audited statement in CNY. */
  public static Map<String, Object> of(Map<String, Object> figures) {
    return Map.of(
        "currency", "CNY", "basis", "AUDITED", "source", "NEGOTIATION", "figures", figures);
  }

  /** As {@link #of}, of {@link #figures}. */
  public static Map<String, Object> aStatement() {
    return of(figures());
  }

  /** Sends a statement for a period. */
  public static Response put(
      String role,
      String customer,
      String periodEnd,
      int months,
      @Nullable String ifMatch,
      Map<String, Object> statement) {
    RequestSpecification request = Api.as(role).contentType(ContentType.JSON).body(statement);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put(ONE, customer, periodEnd, months);
  }

  /** Has the service keep the first statement of a period. */
  public static void kept(
      String customer, String periodEnd, int months, Map<String, Object> statement) {
    put(DATA_STEWARD, customer, periodEnd, months, null, statement).then().statusCode(201);
  }

  /** A fresh enterprise with {@link #aStatement} of 2025. */
  public static String anEnterpriseWithOne() {
    String customer = created(anEnterprise());
    kept(customer, YEAR_END, 12, aStatement());
    return customer;
  }
}
