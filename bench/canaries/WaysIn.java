import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ways by which a person can get into the service; {@code other} stands for a mistaken one. */
final class WaysIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Service service;
  private final List<Person> persons;
  private final Person other;

  WaysIn(Service service, List<Person> persons, Person other) {
    this.service = service;
    this.persons = persons;
    this.other = other;
  }

  /** Creates, replaces and imports; gives the customers' ids in the order of the persons. */
  List<String> bringIn(Map<String, String> known) throws IOException {
    String[] ids = new String[persons.size()];
    List<Person> ndjson = new ArrayList<>();
    List<Person> csv = new ArrayList<>();
    Together.parallel(
        persons.size(),
        i -> {
          Person person = persons.get(i);
          switch (i % 5) {
            case 0, 1 -> create(person);
            case 2 -> upsert(person);
            default -> {}
          }
        });
    for (int i = 0; i < persons.size(); i++) {
      if (i % 5 == 3) {
        ndjson.add(persons.get(i));
      } else if (i % 5 == 4) {
        csv.add(persons.get(i));
      }
    }
    known.put("imports", importNdjson(ndjson));
    importCsv(csv);
    // A file that is no file of customers, with values where the names of columns should be.
    service
        .call("createImport", "data-steward")
        .asking("kind=customers")
        .with("Content-Type", "text/csv")
        .sendText(persons.getFirst().phone() + "," + persons.getFirst().email() + "\n1,2\n")
        .isOneOf(202, 400);
    Together.parallel(
        persons.size(),
        i -> {
          Person person = persons.get(i);
          ids[i] = i % 10 == 9 ? search("email", person.email()) : search("phone", person.phone());
        });
    known.put("customers", ids[0]);
    return List.of(ids);
  }

  private void create(Person person) {
    String[] roles = {"service-agent", "sales", "data-steward", "partner"};
    String role = roles[person.number() / 5 % roles.length];
    // A key is no place for an address; those of some clients are.
    String key = person.number() % 10 == 0 ? person.email() : UUID.randomUUID().toString();
    service.call("createCustomer", role).with("Idempotency-Key", key).send(person.body()).is(201);
    service.call("createCustomer", role).with("Idempotency-Key", key).send(person.body()).is(201);
    Map<String, Object> different = person.body();
    different.put("name", other.name());
    service.call("createCustomer", role).with("Idempotency-Key", key).send(different).is(422);
    different.remove("externalIds");
    service.call("createCustomer", role).send(different).is(409);
    service.call("createCustomer", role).without("Idempotency-Key").send(person.body()).is(400);
    service.call("createCustomer", "marketing").send(person.body()).is(403);
  }

  private void upsert(Person person) {
    String role = person.number() % 2 == 0 ? "data-steward" : "partner";
    String id = "c" + person.number();
    service.call("upsertCustomer", role).at("canary", id).send(person.body()).is(201);
    service.call("upsertCustomer", role).at("canary", id).send(person.body()).is(200);
  }

  /**
   * Every person's line, and as many that are refused: cut off, or with a wrong check character.
   */
  private String importNdjson(List<Person> some) throws IOException {
    StringBuilder file = new StringBuilder();
    for (Person person : some) {
      String line = JSON.writeValueAsString(person.body());
      file.append(line).append('\n');
      file.append(line, 0, line.length() - 20).append('\n');
      char check = person.document().charAt(17);
      file.append(
              line.replace(
                  person.document(),
                  person.document().substring(0, 17) + (check == '1' ? '2' : '1')))
          .append('\n');
      file.append(line.replace("\"kind\"", "\"" + person.phone() + "\"")).append('\n');
    }
    return imported("application/x-ndjson", file.toString(), some.size(), 3 * some.size());
  }

  private void importCsv(List<Person> some) {
    StringBuilder file =
        new StringBuilder("kind,name,phone,email,externalSource,externalId,source\n");
    for (Person person : some) {
      file.append(
          "INDIVIDUAL,%s,%s,%s,canary,c%d,SYNTHETIC\n"
              .formatted(person.name(), person.phone(), person.email(), person.number()));
      // Values in the columns of others.
      file.append(
          "%s,%s,%s,%s,canary,%s,%s\n"
              .formatted(
                  person.phone(),
                  person.document(),
                  person.email(),
                  person.phone(),
                  person.account(),
                  person.name()));
    }
    imported("text/csv", file.toString(), some.size(), some.size());
  }

  private String imported(String type, String file, int accepted, int refused) {
    String key = UUID.randomUUID().toString();
    String id = upload(type, file, key).is(202).id();
    upload(type, file, key).isOneOf(200, 202);
    service
        .call("followImport", "data-steward")
        .at(id)
        .with("Accept", "text/event-stream")
        .send()
        .is(200);
    JsonNode run = service.call("getImport", "data-steward").at(id).send().is(200).json();
    if (run.path("accepted").asInt() != accepted || run.path("refused").asInt() != refused) {
      throw new IllegalStateException("Not what the file should have come to: " + run);
    }
    service.call("getImportErrors", "data-steward").at(id).with("Accept", "*/*").send().is(200);
    return id;
  }

  Service.Answer upload(String type, String file, String key) {
    return service
        .call("createImport", "data-steward")
        .asking("kind=customers")
        .with("Content-Type", type)
        .with("Idempotency-Key", key)
        .sendText(file);
  }

  String search(String by, String value) {
    JsonNode found =
        service
            .call("searchCustomers", "service-agent")
            .send(Map.of(by, value))
            .is(200)
            .json()
            .get("items");
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " customers found by a " + by);
    }
    return found.get(0).get("id").asText();
  }
}
