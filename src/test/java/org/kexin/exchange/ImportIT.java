package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.kexin.exchange.ImportCalls.CSV;
import static org.kexin.exchange.ImportCalls.NDJSON;
import static org.kexin.exchange.ImportCalls.aKey;
import static org.kexin.exchange.ImportCalls.errors;
import static org.kexin.exchange.ImportCalls.gzip;
import static org.kexin.exchange.ImportCalls.imported;
import static org.kexin.exchange.ImportCalls.send;
import static org.kexin.exchange.ImportCalls.sendGzipped;
import static org.kexin.exchange.ImportFiles.HEADER;
import static org.kexin.exchange.ImportFiles.ndjson;
import static org.kexin.exchange.ImportFiles.people;
import static org.kexin.exchange.ImportFiles.person;
import static org.kexin.testing.Api.ADMIN;
import static org.kexin.testing.Api.DATA_STEWARD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** What becomes of files, sound and unsound. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ImportIT {

  private static final String CUSTOMERS = "customers";

  @Test
  void whatIsMissingInTheRequestIsNamed() {
    Api.as(DATA_STEWARD)
        .contentType(NDJSON)
        .body(new byte[0])
        .post("/v1/imports?kind=customers")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
    send("horses", NDJSON, "{}\n").statusCode(400).body("errors[0].pointer", equalTo("kind"));
    send("transactions", CSV, "a,b\n").statusCode(415);
  }

  @Test
  void aWrongHeaderIsRefusedBeforeAnyRowIsUsed() throws SQLException {
    String name = People.aChineseName();
    refused(send(CUSTOMERS, CSV, "kind,nome\nINDIVIDUAL," + name + "\n"), "csv-header")
        .body(
            "errors[0].detail",
            equalTo(
                "Missing columns: name, phone, email, externalSource, externalId, source."
                    + " Unknown columns: nome."));

    assertThat(Database.rows("select id from customer where name = ?", name)).isEmpty();
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedBeforeAnyRowIsUsed() throws SQLException {
    String good = person("WEBSITE");
    String externalId = good.split(",", -1)[5];
    byte[] file = (HEADER + good + person("水壶")).getBytes(Charset.forName("GBK"));

    refused(send(CUSTOMERS, CSV, aKey(), file), "encoding-not-utf8");

    assertThat(Database.rows("select * from customer_external_id where value = ?", externalId))
        .isEmpty();
  }

  @Test
  void aCutFileIsRefusedBeforeAnyRowIsUsed() {
    byte[] whole = gzip(people(200).getBytes(StandardCharsets.UTF_8));

    refused(sendGzipped(CUSTOMERS, CSV, Arrays.copyOf(whole, whole.length / 2)), "gzip-broken");
    refused(send(CUSTOMERS, CSV, HEADER + "INDIVIDUAL,\"Li"), "file-cut");
    refused(send(CUSTOMERS, NDJSON, "{\"kind\":\"INDIVID"), "file-cut");
    refused(sendGzipped(CUSTOMERS, CSV, new byte[] {1, 2, 3}), "gzip-broken");
  }

  @Test
  void aFileThatFailedStaysFailedUnderItsKey() {
    String key = aKey();
    byte[] file = "kind\n".getBytes(StandardCharsets.UTF_8);
    refused(send(CUSTOMERS, CSV, key, file), "csv-header");

    refused(send(CUSTOMERS, CSV, key, file), "csv-header");
  }

  @Test
  void aDecompressionBombIsRefused() {
    sendGzipped(CUSTOMERS, NDJSON, gzip(new byte[200 << 20]))
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void aBrokenLineIsRefusedWithItsNumberAndTheOthersAreTaken() {
    String broken = "INDIVIDUAL,Li Ming\n";
    String wrongPhone = "INDIVIDUAL,=Li,123456,,crm," + People.digits(12) + ",WEBSITE\n";

    JsonNode run = imported(CUSTOMERS, CSV, people(2) + broken + person("FAIR") + wrongPhone);

    assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
    assertThat(run.path("linesRead").asInt()).isEqualTo(5);
    assertThat(run.path("accepted").asInt()).isEqualTo(3);
    assertThat(run.path("refused").asInt()).isEqualTo(2);
    assertThat(errors(run.path("id").asText()).lines().toList())
        .hasSize(3)
        .startsWith("\"line\",\"code\",\"detail\",\"raw\"")
        .anySatisfy(line -> assertThat(line).startsWith("\"4\",\"field-count\""))
        .anySatisfy(line -> assertThat(line).startsWith("\"6\",\"phone-invalid\""));
  }

  @Test
  void theErrorsAreForWhoeverKeepsQualityAlone() {
    String id = imported(CUSTOMERS, CSV, HEADER + "=1\n").path("id").asText();

    assertThat(errors(id)).contains("\"'=1\"");
    Api.as(ADMIN).get("/v1/imports/{id}/errors", id).then().statusCode(403);
    Api.withoutPurpose(DATA_STEWARD)
        .get("/v1/imports/{id}/errors", id)
        .then()
        .statusCode(400)
        .body("code", equalTo("purpose-required"));
    Api.as(ADMIN).get("/v1/imports/{id}", id).then().statusCode(200);
  }

  @Test
  void customersAreTakenByTheRulesOfSingleWrites() {
    String externalId = People.digits(12);
    String phone = People.aPhone();
    String first = ndjson(externalId, phone, "1990-05-17");

    JsonNode run =
        imported(
            CUSTOMERS,
            NDJSON,
            first
                + ndjson(People.digits(12), phone, "1990-05-17")
                + ndjson(People.digits(12), phone, "2990-05-17")
                + "{\"kind\":\"INDIVIDUAL\",\"name\":\"Li\",\"source\":\"FAIR\"}\n"
                + "{\"kind\":\"ROBOT\"}\nnull\n{\"kind\"\n{\"colour\":1}\n"
                + ndjson(externalId, phone, "1991-05-17"));

    assertThat(run.path("accepted").asInt()).isEqualTo(3);
    assertThat(run.path("refused").asInt()).isEqualTo(6);
    assertThat(errors(run.path("id").asText()))
        .contains("birth-date-invalid", "external-id-required", "type-mismatch", "json-malformed")
        .contains("unknown-member");
  }

  @Test
  void ordersFindProductsByCodeAndCustomersByExternalId() throws SQLException {
    String number = "SO-" + People.digits(12);
    String code = "K-" + People.digits(12);
    imported("products", CSV, "code,name\n" + code + ",Kettle\n");
    String order =
        """
        {"kind":"ORDER","source":"web-shop","number":"%s","customer":{"source":"web-shop",\
        "value":"%s"},"channel":"ONLINE","currency":"CNY","occurredAt":"2026-03-01T08:26:00Z",\
        "lines":[{"productCode":"%s","quantity":2,"unitPrice":"12.30"}]}
        """
            .formatted(number, People.digits(12), code);

    JsonNode run = imported("transactions", NDJSON, order + order.replace("12.30", "1e9") + "{}\n");
    JsonNode again = imported("transactions", NDJSON, order);

    assertThat(run.path("accepted").asInt()).isEqualTo(1);
    assertThat(run.path("refused").asInt()).isEqualTo(2);
    assertThat(again.path("unchanged").asInt()).isEqualTo(1);
    assertThat(Database.rows("select total from sales_transaction where number = ?", number))
        .extracting(row -> String.valueOf(row.get("total")))
        .containsExactly("24.6000");
  }

  private static ValidatableResponse refused(ValidatableResponse response, String code) {
    return response
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors[0].code", equalTo(code));
  }
}
