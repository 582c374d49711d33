package org.kexin.customer.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.Statements.ALL;
import static org.kexin.testing.Statements.YEAR_END;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.shared.Columns;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Statements;

/** Financial statements at rest: sealed where they stand, and gone with their customer. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SealedStatementIT {

  private static final String ROWS = "select * from financial_statement where customer_id = ?";

  @Inject StatementReader reader;

  @Test
  void theFiguresStandNowhereInClear() throws SQLException {
    String revenue = "62" + digits(17);
    String customer = created(anEnterprise());
    Statements.kept(customer, YEAR_END, 12, Statements.of(Map.of("revenue", revenue)));

    Map<String, @Nullable Object> row = Database.rows(ROWS, Database.bytes(customer)).getFirst();
    byte[] figures = (byte[]) Objects.requireNonNull(row.get("figures"));
    assertThat(new String(figures, StandardCharsets.ISO_8859_1)).doesNotContain(revenue, "revenue");
    Api.as(SALES)
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Credit limit is up for decision."))
        .post(Statements.ONE + "/unmaskings", customer, YEAR_END, 12)
        .then()
        .statusCode(200)
        .body("figures.revenue", equalTo(revenue));
  }

  @ParameterizedTest
  @ValueSource(strings = {"currency = 'VND'", "months = 3", "period_end = '2024-12-31'"})
  void figuresThatWereMovedInTheTableDoNotOpen(String moved) throws SQLException {
    UUID customer = UUID.fromString(Statements.anEnterpriseWithOne());
    assertThat(reader.latestOf(customer)).isPresent();

    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update financial_statement set " + moved + " where customer_id = ?")) {
      update.setBytes(1, Columns.bytes(customer));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }

    assertThatThrownBy(() -> reader.latestOf(customer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was not sealed there");
  }

  @Test
  void erasureTakesThemAndTheKeyThatWouldOpenACopy() throws SQLException {
    String customer = Statements.anEnterpriseWithOne();
    JsonNode file = PrivacyCalls.json(customer);
    assertThat(file.at("/financialStatements/0/figures/revenue").asText()).isEqualTo("1500");
    assertThat(file.at("/financialStatements/0/periodEnd").asText()).isEqualTo(YEAR_END);

    String request = PrivacyCalls.identified(customer, "ERASURE");
    PrivacyCalls.erased(request);

    assertThat(Database.rows(ROWS, Database.bytes(customer))).isEmpty();
    assertThat(Database.rows("select 1 from data_key where owner = ?", Database.bytes(customer)))
        .isEmpty();
    List<Map<String, Object>> outcomes =
        PrivacyCalls.receipt(request).statusCode(200).extract().path("outcomes");
    assertThat(outcomes)
        .filteredOn(outcome -> "financial_statement".equals(outcome.get("table")))
        .hasSize(9)
        .allSatisfy(
            outcome ->
                assertThat(outcome).containsEntry("outcome", "ERASED").containsEntry("rows", 1));
    Api.as(PRIVACY_OFFICER).get(ALL, customer).then().statusCode(404);
  }
}
