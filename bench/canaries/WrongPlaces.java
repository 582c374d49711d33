import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Sends values where none belongs, and when nothing can be written. */
final class WrongPlaces {

  private final Service service;
  private final List<Person> persons;

  WrongPlaces(Service service, List<Person> persons) {
    this.service = service;
    this.persons = persons;
  }

  /**
   * Values where none belongs, at every operation; nothing but a refusal may come of most of it.
   */
  void misplace(List<String> ids) {
    List<Service.Operation> operations = service.operations();
    Together.parallel(
        persons.size(),
        i -> {
          Person person = persons.get(i);
          Service.Operation operation = operations.get(i % operations.size());
          misplace(operation, person, i / operations.size(), ids.get(i));
        });
  }

  private void misplace(Service.Operation operation, Person person, int way, String customer) {
    String role = operation.roles().getFirst();
    String etag = "\"" + person.phone() + "\"";
    Service.Call call = service.call(operation.id(), role).to(customer).with("If-Match", etag);
    if (operation.hasBody()) {
      // Never acceptable to any operation.
      switch (way % 5) {
        case 0 ->
            call.sendText(
                "{\"name\":\"" + person.name() + "\",\"phones\":[{\"number\":\"" + person.phone());
        case 1 -> call.send(Map.of("identification", person.document(), "call", person.phone()));
        case 2 ->
            call.send(
                Map.of(
                    "kind", person.document(), "phones", person.phone(), "source", person.email()));
        case 3 -> call.send(List.of(person.email(), person.account(), person.name()));
        default ->
            call.with("Content-Type", "text/plain").sendText(person.name() + person.document());
      }
    } else {
      call.asking(
          "pageSize=%s&pageToken=%s&sort=%s&fields=%s&from=%s&customerId=%s&referenceDate=%s"
              .formatted(
                  person.account(),
                  Service.encoded(person.email()),
                  person.phone(),
                  person.document(),
                  person.document(),
                  person.phone(),
                  person.document()));
      call.send();
    }
    Service.Call headers = service.call(operation.id(), role).to(customer).with("If-Match", etag);
    switch (way % 4) {
      case 0 -> headers.with("Purpose-Of-Use", person.email());
      case 1 -> headers.with("Authorization", "Bearer " + person.document());
      case 2 ->
          headers
              .with("Accept-Language", person.email())
              .with("If-None-Match", etag)
              .with("Accept", "text/" + person.account());
      default ->
          headers.with("X-Request-Id", person.email()).with("Content-Encoding", person.account());
    }
    headers.sendText(operation.hasBody() ? "[" : null);
    if (!operation.parameters().isEmpty() && operation.path().startsWith("/v1/customers")) {
      service
          .call(operation.id(), role)
          .to(person.phone())
          .with("If-Match", etag)
          .sendText(operation.hasBody() ? "[" : null);
    }
  }

  /** Statements fail with the values in them: none may reach a log. */
  void withBrokenDatabase(List<Person> changed, List<String> ids, String[] root)
      throws SQLException {
    try (var connection = DriverManager.getConnection(root[0], root[1], root[2]);
        Statement statement = connection.createStatement()) {
      statement.execute("set global super_read_only = 1");
      try {
        Together.parallel(
            changed.size(),
            i -> {
              Person person = changed.get(i);
              Map<String, Object> body = person.body();
              body.remove("externalIds");
              service
                  .call("createCustomer", "service-agent")
                  .with("Allow-Duplicate", "true")
                  .send(body)
                  .isAFailure();
              service
                  .call("upsertCustomer", "partner")
                  .at("canary", "n" + i)
                  .send(body)
                  .isAFailure();
              service
                  .call("searchCustomers", "service-agent")
                  .send(Map.of("phone", person.phone()))
                  .is(503);
              service.call("getCustomer", "service-agent").at(ids.get(i)).send().is(503);
            });
        service
            .call("createImport", "data-steward")
            .asking("kind=customers")
            .sendText(String.valueOf(persons.getFirst().body()))
            .isAFailure();
      } finally {
        statement.execute("set global super_read_only = 0");
        statement.execute("set global read_only = 0");
      }
    }
  }
}
