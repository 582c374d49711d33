package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.kexin.testing.Api.SERVICE_AGENT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** What stands in the tables: nothing in clear by which anybody is reached, identified or paid. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AtRestIT {

  private static final String NAME = "Canary " + People.digits(9);
  private static final String PHONE = "145" + People.digits(8);
  private static final String EMAIL = "canary." + People.digits(9) + "@kexin.example";
  private static final String PASSPORT = "E" + People.digits(8);
  private static final String ACCOUNT = "6222" + People.digits(15);
  private static final String STREET = "Canary Lane " + People.digits(6);

  @Test
  void noColumnOfAnyTableHoldsASealedFactInClear() throws SQLException, JsonProcessingException {
    String id = People.created(canary());
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}", id)
        .then()
        .statusCode(200)
        .body("bankAccounts.number[0]", equalTo("***" + ACCOUNT.substring(ACCOUNT.length() - 4)));
    // Name and value mixed up, and a file whose header is missing.
    Map<String, Object> mixedUp = new LinkedHashMap<>(canary());
    mixedUp.put(PHONE, "phone");
    mixedUp.put(EMAIL, "email");
    Api.writing(SERVICE_AGENT)
        .body(mixedUp)
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .body(not(containsString(PHONE)), not(containsString(EMAIL)));
    ImportCalls.send("customers", ImportCalls.CSV, "INDIVIDUAL," + PHONE + "," + EMAIL + "\n")
        .statusCode(400)
        .body(not(containsString(PHONE)), not(containsString(EMAIL)));
    Map<String, Object> unknown = new LinkedHashMap<>(canary());
    unknown.put(PHONE, EMAIL);
    String run = imported(canary(), unknown).get("id").asText();
    assertThat(ImportCalls.errors(run)).contains(PHONE, EMAIL, PASSPORT, ACCOUNT, STREET);

    // That the search finds what is there: names stay readable.
    assertThat(columnsThatHold(NAME)).contains("customer.name");
    for (String sealed : List.of(PHONE, EMAIL, PASSPORT, ACCOUNT, STREET)) {
      assertThat(columnsThatHold(sealed)).as(sealed).isEmpty();
    }
  }

  private static Map<String, Object> canary() {
    Map<String, Object> person = new LinkedHashMap<>(People.aPerson());
    person.put("name", NAME);
    person.put("phones", List.of(Map.of("number", PHONE)));
    person.put("emails", List.of(Map.of("address", EMAIL)));
    person.put("addresses", List.of(Map.of("country", "CN", "street", STREET)));
    person.put("identityDocument", Map.of("type", "PASSPORT", "number", PASSPORT));
    person.put("bankAccounts", List.of(Map.of("number", ACCOUNT)));
    person.put("externalIds", List.of(Map.of("source", "crm", "value", People.digits(12))));
    return person;
  }

  @SafeVarargs
  private static JsonNode imported(Map<String, Object>... people) throws JsonProcessingException {
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> person : people) {
      lines.append(new ObjectMapper().writeValueAsString(person)).append('\n');
    }
    JsonNode run = ImportCalls.imported("customers", ImportCalls.NDJSON, lines.toString());
    assertThat(run.get("accepted").asInt()).isEqualTo(1);
    assertThat(run.get("refused").asInt()).isEqualTo(1);
    return run;
  }

  private static List<String> columnsThatHold(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    for (Map<String, ?> column :
        Database.rows(
            "select table_name t, column_name c from information_schema.columns"
                + " where table_schema = ?",
            Database.schema())) {
      String table = String.valueOf(column.get("t"));
      String name = String.valueOf(column.get("c"));
      if (!Database.rows(
              "select 1 from `%s` where instr(cast(`%s` as binary), cast(? as binary)) > 0 limit 1"
                  .formatted(table, name),
              text)
          .isEmpty()) {
        found.add(table + "." + name);
      }
    }
    return found;
  }
}
