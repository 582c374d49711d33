package org.kexin.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.customer.CustomerIntake;
import org.kexin.customer.NewCustomer;
import org.kexin.shared.FieldProblem;

/**
 * Customers: NDJSON lines are bodies of {@code POST /v1/customers}; CSV has the columns below, of
 * which one may be empty where the body's member may be absent. A customer is known by the first
 * external id.
 */
@ApplicationScoped
class CustomerRows implements ImportKind {

  private static final List<String> COLUMNS =
      List.of("kind", "name", "phone", "email", "externalSource", "externalId", "source");

  /** A customer is several rows of several tables. */
  private static final int BATCH_ROWS = 500;

  private final CustomerIntake customers;
  private final JsonRows json;

  CustomerRows(CustomerIntake customers, JsonRows json) {
    this.customers = customers;
    this.json = json;
  }

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public Set<ImportFormat> formats() {
    return Set.of(ImportFormat.CSV, ImportFormat.NDJSON);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public int batchRows() {
    return BATCH_ROWS;
  }

  @Override
  public Intake begin() {
    return this::accept;
  }

  private Outcome accept(List<Row> rows) {
    List<Refusal> refusals = new ArrayList<>();
    Map<Row, NewCustomer> documents = Row.read(rows, this::document, refusals);
    List<Row> readable = List.copyOf(documents.keySet());
    long accepted = 0;
    long unchanged = 0;
    List<CustomerIntake.Result> results = customers.upsert(List.copyOf(documents.values()));
    Set<UUID> persons = new HashSet<>();
    for (int i = 0; i < results.size(); i++) {
      UUID person = results.get(i).customer();
      if (person != null) {
        persons.add(person);
      }
      switch (results.get(i).change()) {
        case CREATED, RESTATED -> accepted++;
        case UNCHANGED -> unchanged++;
        case REFUSED -> refusals.add(refusal(readable.get(i), results.get(i).problems()));
      }
    }
    return new Outcome(accepted, unchanged, refusals, persons);
  }

  private NewCustomer document(Row row) {
    return row.isCsv()
        ? json.convert(tree(row), NewCustomer.class)
        : json.read(row, NewCustomer.class);
  }

  private static ObjectNode tree(Row row) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    put(document, "kind", row.value("kind"));
    put(document, "name", row.value("name"));
    put(document, "source", row.value("source"));
    if (!row.value("phone").isBlank()) {
      put(list(document, "phones"), "number", row.value("phone"));
    }
    if (!row.value("email").isBlank()) {
      put(list(document, "emails"), "address", row.value("email"));
    }
    if (!row.value("externalId").isBlank()) {
      ObjectNode externalId = list(document, "externalIds");
      put(externalId, "source", row.value("externalSource"));
      put(externalId, "value", row.value("externalId"));
    }
    return document;
  }

  private static ObjectNode list(ObjectNode document, String member) {
    ArrayNode list = document.putArray(member);
    return list.addObject();
  }

  private static void put(ObjectNode to, String member, String value) {
    if (!value.isBlank()) {
      to.put(member, value.strip());
    }
  }

  private static Refusal refusal(Row row, List<FieldProblem> problems) {
    return row.refused(
        problems.getFirst().code(),
        problems.stream()
            .map(problem -> problem.pointer() + ": " + problem.detail())
            .collect(Collectors.joining(" ")));
  }
}
