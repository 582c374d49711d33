import java.util.List;
import java.util.Map;

/** Financial statements of an enterprise, whose figures are numbers of accounts. */
record Finances(Service service) {

  private static final String YEAR = "2025-12-31";
  private static final Map<String, Object> REASON =
      Map.of("reason", "Credit limit is up for decision.");

  /** Keeps statements with numbers of these persons as figures, and looks at them. */
  void keep(List<Person> persons) {
    String enterprise =
        service
            .call("createCustomer", "sales")
            .send(Map.of("kind", "ENTERPRISE", "name", "Lantern Works", "source", "FAIR"))
            .is(201)
            .id();
    int kept = Math.min(persons.size(), 24);
    for (int months = 1; months <= kept; months++) {
      String account = persons.get(months - 1).account();
      put(enterprise, months, account).is(201);
      service
          .call("unmaskFinancialStatement", "sales")
          .at(enterprise, YEAR, "" + months)
          .send(REASON)
          .is(200);
      service
          .call("getFinancialStatement", "service-agent")
          .at(enterprise, YEAR, "" + months)
          .send()
          .is(200);
    }
    put(enterprise, 1, persons.getLast().account()).is(428);
    put(enterprise, 1, persons.getFirst().phone() + "x").is(400);
    service.call("listFinancialStatements", "data-steward").at(enterprise).send().is(200);
    service.call("unmaskInsights", "sales").at(enterprise).send(REASON).is(200);
    service.call("getInsights", "sales").at(enterprise).send().is(200);
    service
        .call("deleteFinancialStatement", "data-steward")
        .at(enterprise, YEAR, "1")
        .with("If-Match", "\"0\"")
        .send()
        .is(204);
  }

  private Service.Answer put(String enterprise, int months, String revenue) {
    return service
        .call("putFinancialStatement", "data-steward")
        .at(enterprise, YEAR, "" + months)
        .send(
            Map.of(
                "currency",
                "CNY",
                "basis",
                "MANAGEMENT",
                "source",
                "NEGOTIATION",
                "figures",
                Map.of("revenue", revenue)));
  }
}
