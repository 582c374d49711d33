package org.kexin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.PRIVACY_OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.person.PersonalDataHolder;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** The schema against the rights of the person: what is personal is given out, and erased. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PersonalColumnsIT {

  /** Which rows of a table are about a person, where not customer_id says it; ? is the id. */
  private static final Map<String, String> ROWS_OF_PERSON =
      Map.of(
          "customer", "id = ?",
          "sales_transaction_line",
              "transaction_id in (select id from sales_transaction where customer_id = ?)",
          "survey_answer", "response_id in (select id from survey_response where customer_id = ?)",
          "consent_decision", "person_id = ?",
          "objection", "person_id = ?",
          "privacy_request", "person_id = ?",
          "legal_hold", "person_id = ?",
          "loyalty_referral", "referred_customer_id = ?",
          "points_entry", "account_id in (select id from loyalty_account where customer_id = ?)",
          "points_adjustment",
              "account_id in (select id from loyalty_account where customer_id = ?)");

  @Inject @All List<PersonalDataHolder> holders;

  @Test
  void everyColumnIsClassifiedOnce() throws SQLException {
    assertThat(PersonalColumns.classified().keySet()).isEqualTo(PersonalColumns.ofSchema());
  }

  @Test
  void everyTableWithPersonalDataHasOneHolder() {
    List<String> held = new ArrayList<>();
    holders.forEach(holder -> held.addAll(holder.tables()));
    Set<String> personal = new TreeSet<>();
    PersonalColumns.personal().forEach(column -> personal.add(table(column)));

    assertThat(held).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(held)).isEqualTo(personal);
  }

  @Test
  void theFileHoldsEveryPersonalColumn() throws SQLException, IOException {
    CanaryPerson restricted = CanaryPerson.individual();
    restricted.held();
    restricted.exercisesRights();
    CanaryPerson deleted = CanaryPerson.enterprise();
    People.delete(deleted.id);

    Set<String> missing = new TreeSet<>(PersonalColumns.givenOut());
    Map<String, String> notInFile = new TreeMap<>();
    for (CanaryPerson person : List.of(restricted, deleted)) {
      Map<String, String> files = PrivacyCalls.file(person.id);
      String json = Objects.requireNonNull(files.get("person.json"));
      String html = Objects.requireNonNull(files.get("person.html"));
      Set<String> values = leaves(new ObjectMapper().readTree(json));
      for (String column : PersonalColumns.givenOut()) {
        for (String value : valuesOf(person, column)) {
          missing.remove(column);
          if (!values.contains(value) || !html.contains(value)) {
            notInFile.put(column, value);
          }
        }
      }
    }
    assertThat(missing).as("columns that the test leaves empty").isEmpty();
    assertThat(notInFile).isEmpty();
  }

  @Test
  void erasureLeavesNothingOfThePersonButWhatTheReceiptSays() throws SQLException {
    CanaryPerson person = CanaryPerson.individual();
    person.exercisesRights();
    String code =
        String.valueOf(
            Database.rows("select code from customer where id = ?", Database.bytes(person.id))
                .getFirst()
                .get("code"));
    assertThat(PersonalColumns.holding(person.name.getBytes(StandardCharsets.UTF_8)))
        .as("the search for what is left finds what is there")
        .containsExactly("customer.name");

    String request = PrivacyCalls.identified(person.id, "ERASURE");
    String preview = PrivacyCalls.previewed(request);
    assertThat(PersonalColumns.holding(person.name.getBytes(StandardCharsets.UTF_8)))
        .as("a preview changes nothing")
        .containsExactly("customer.name");
    PrivacyCalls.erase(request, preview).statusCode(200);

    List<Map<String, Object>> outcomes =
        PrivacyCalls.receipt(request).statusCode(200).extract().path("outcomes");
    Map<String, String> receipt = new TreeMap<>();
    outcomes.forEach(
        outcome ->
            receipt.put(
                outcome.get("table") + "." + outcome.get("field"),
                String.valueOf(outcome.get("outcome"))));
    assertThat(receipt.keySet()).containsAll(PersonalColumns.personal());
    for (String mark : person.marks()) {
      assertThat(PersonalColumns.holding(mark.getBytes(StandardCharsets.UTF_8))).as(mark).isEmpty();
    }
    Set<String> kept = new TreeSet<>();
    receipt.forEach(
        (column, outcome) -> {
          if (outcome.equals("KEPT")) {
            kept.add(column);
          }
        });
    assertThat(kept)
        .containsAll(PersonalColumns.holding(Database.bytes(person.id)))
        .containsAll(PersonalColumns.holding(person.id.getBytes(StandardCharsets.US_ASCII)))
        .containsAll(PersonalColumns.holding(code.getBytes(StandardCharsets.US_ASCII)))
        .containsAll(
            PersonalColumns.holding(person.orderNumber.getBytes(StandardCharsets.US_ASCII)));
    assertThat(receipt)
        .containsEntry("customer.contact", "ERASED")
        .containsEntry("data_key.wrapped", "ERASED")
        .containsEntry("import_chunk.bytes", "ERASED")
        .containsEntry("sales_transaction.customer_id", "PSEUDONYMISED")
        .containsEntry("sales_transaction.number", "KEPT")
        .containsEntry("survey_invitation.customer_id", "ERASED")
        .containsEntry("survey_response.customer_id", "PSEUDONYMISED")
        .containsEntry("survey_answer.words", "ERASED");
    assertThat(rows("select 1 from data_key where owner = ?", person.id)).isZero();
    assertThat(rows("select 1 from data_key where owner = ?", person.importId)).isZero();
    assertThat(
            rows(
                "select 1 from sales_transaction where id = ? and customer_id is not null",
                person.order))
        .isEqualTo(1);
    assertThat(outcomes)
        .filteredOn(outcome -> Objects.equals(outcome.get("outcome"), "KEPT"))
        .allSatisfy(outcome -> assertThat(outcome.get("ground")).isNotNull());
    Api.as(PRIVACY_OFFICER).get("/v1/customers/{id}", person.id).then().statusCode(404);
  }

  private static int rows(String sql, String id) throws SQLException {
    return Database.rows(sql, Database.bytes(id)).size();
  }

  /** What a column holds of a person, as it stands in the file. */
  private static Set<String> valuesOf(CanaryPerson person, String column)
      throws SQLException, IOException {
    return switch (column) {
      case "customer.contact" -> Set.of(person.phone, person.email, person.street);
      case "customer.financial" -> Set.of(person.account);
      case "customer.sensitive" -> person.isIndividual ? Set.of(person.passport) : Set.of();
      case "financial_statement.figures" -> person.isIndividual ? Set.of() : Set.of(person.revenue);
      case "complaint.description" -> Set.of(person.complaints.text);
      case "complaint_event.note" -> Set.of(person.complaints.note);
      case "grade_appeal.reason" -> Set.of(person.appeal);
      case "grade_appeal.decision_reason" -> Set.of(person.appealDecision);
      case "access_batch.records" -> Set.of("getCustomer", "customer-service");
      case "access_person.customer_id" -> Set.of(person.id);
      default -> storedOf(person, column);
    };
  }

  private static Set<String> storedOf(CanaryPerson person, String column)
      throws SQLException, IOException {
    String table = table(column);
    String where = ROWS_OF_PERSON.getOrDefault(table, "customer_id = ?");
    String name = column.substring(table.length() + 1);
    Set<String> values = new HashSet<>();
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select `%s` as value from `%s` where %s".formatted(name, table, where),
            Database.bytes(person.id))) {
      Object value = row.get("value");
      if (value != null && !value.equals("ALL") && !value.equals("")) {
        values.addAll(texts(value));
      }
    }
    return values;
  }

  private static Collection<String> texts(Object value) throws IOException {
    return switch (value) {
      case UUID id -> Set.of(id.toString());
      case LocalDateTime utc -> Set.of(utc.toInstant(ZoneOffset.UTC).toString());
      case BigDecimal number -> Set.of(number.stripTrailingZeros().toPlainString());
      case String text when text.startsWith("{") || text.startsWith("[") ->
          leaves(new ObjectMapper().readTree(text));
      default -> Set.of(value.toString());
    };
  }

  private static Set<String> leaves(JsonNode node) {
    Set<String> leaves = new HashSet<>();
    if (node.isContainerNode()) {
      node.forEach(child -> leaves.addAll(leaves(child)));
    } else if (node.isNumber()) {
      leaves.add(node.decimalValue().stripTrailingZeros().toPlainString());
    } else {
      leaves.add(node.asText());
    }
    return leaves;
  }

  private static String table(String column) {
    return column.substring(0, column.indexOf('.'));
  }
}
