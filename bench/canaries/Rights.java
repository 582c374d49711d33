import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rights of the person: asked for, checked, served; at the end everybody is erased, a backup
 * from before comes back without the keys, and what then can be seen is written down.
 */
record Rights(Service service, Path folder, String[] root) {

  private static final String OFFICER = "privacy-officer";

  /** What a backup of the data holds; data_key is backed up apart. */
  private static final List<String> BACKED_UP =
      List.of("customer", "customer_lookup", "customer_external_id", "import_chunk", "import_refusal");

  void serve(List<String> ids) {
    String export = identified(ids.get(0), "EXPORT");
    service.call("extendPrivacyRequest", OFFICER).at(export).send(Map.of("reason", "COMPLEX")).is(200);
    service.call("getPersonFile", OFFICER).at(export).with("Accept", "*/*").send().is(200);
    service.call("getPrivacyRequest", OFFICER).at(export).send().is(200);
    service.call("answerPrivacyRequest", OFFICER).at(export).send(null).is(200);
    Map<String, Object> refusal = Map.of("reason", "IDENTITY_NOT_SHOWN", "legalGround", "PIPL 45");
    service
        .call("refusePrivacyRequest", OFFICER)
        .at(request(ids.get(1), "RESTRICTION"))
        .send(refusal)
        .is(200);
    String hold =
        service
            .call("placeLegalHold", OFFICER)
            .send(Map.of("personId", ids.get(2), "reason", "Case 2026-117"))
            .is(201)
            .id();
    service.call("releaseLegalHold", OFFICER).at(hold).send(null).is(200);
    Map<String, Object> rule = Map.of("rule", "DELETED_CUSTOMERS", "days", 30);
    service.call("confirmRetention", OFFICER).send(rule).isOneOf(200, 201);
    String own =
        service
            .call("createMyPrivacyRequest", "customer")
            .send(Map.of("kind", "ACCESS"))
            .isOneOf(200, 201)
            .id();
    service.call("getMyFile", "customer").at(own).with("Accept", "*/*").send().is(200);
  }

  /** Erases all, brings the backup back, and looks at everybody by every way there is. */
  void eraseAndRestore(List<String> ids, List<Person> persons) throws SQLException, IOException {
    execute("create schema backup");
    for (String table : BACKED_UP) {
      String columns = columns(table);
      execute("create table backup." + table + " as select " + columns + " from kexin." + table);
    }
    Together.parallel(ids.size(), i -> erase(ids.get(i)));
    for (String table : BACKED_UP) {
      String columns = columns(table);
      execute(
          "replace into kexin.%s (%s) select %s from backup.%s"
              .formatted(table, columns, columns, table));
    }
    Together.parallel(
        ids.size(),
        i -> {
          String id = ids.get(i);
          note(service.call("getCustomer", OFFICER).at(id).send());
          note(
              service
                  .call("unmaskCustomer", OFFICER)
                  .at(id)
                  .send(
                      Map.of(
                          "attributes", List.of("identityDocument"), "reason", "Is it gone?")));
          note(
              service
                  .call("searchCustomers", OFFICER)
                  .send(Map.of("phone", persons.get(i).phone())));
        });
  }

  private void erase(String person) {
    String request = identified(person, "ERASURE");
    String preview =
        service
            .call("previewErasure", OFFICER)
            .at(request)
            .send(null)
            .isOneOf(200, 201)
            .json()
            .get("previewId")
            .asText();
    service
        .call("erasePerson", OFFICER)
        .at(request)
        .send(Map.of("previewId", preview))
        .isOneOf(200, 201);
    service.call("getErasure", OFFICER).at(request).send().is(200);
  }

  private String identified(String person, String kind) {
    String request = request(person, kind);
    service
        .call("checkIdentity", OFFICER)
        .at(request)
        .send(Map.of("method", "DOCUMENT_SHOWN"))
        .is(200);
    return request;
  }

  private String request(String person, String kind) {
    return service
        .call("createPrivacyRequest", "service-agent")
        .send(Map.of("personId", person, "kind", kind, "channel", "SHOP"))
        .is(201)
        .id();
  }

  private synchronized void note(Service.Answer answer) {
    try {
      Files.writeString(
          folder.resolve("restored.log"),
          answer.status() + " " + answer.body() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that are stored; what is computed of them comes back by itself. */
  private String columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (var connection = DriverManager.getConnection(root[0], root[1], root[2]);
        var select =
            connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = 'kexin'"
                    + " and table_name = ? and generation_expression = ''")) {
      select.setString(1, table);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          names.add("`" + row.getString(1) + "`");
        }
      }
    }
    return String.join(", ", names);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(root[0], root[1], root[2]);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
