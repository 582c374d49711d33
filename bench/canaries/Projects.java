import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Analysis under pseudonyms, from the start of a project to its end. */
record Projects(Service service) {

  private static final String OFFICER = "privacy-officer";
  private static final String ANALYST_ID = "01932c00-0000-7000-8000-000000000104";

  /** Of whom some buy alike, so that there are enough to be shown under pseudonyms. */
  void analyse(List<String> ids) {
    Together.parallel(
        Math.min(ids.size(), 20),
        i ->
            service.call("createTransaction", "data-steward").send(order(i, ids.get(i))).is(201));
    String project =
        service
            .call("startAnalysisProject", OFFICER)
            .send(
                Map.of(
                    "name",
                    "Canaries",
                    "question",
                    "Who buys less than a year ago?",
                    "members",
                    List.of(ANALYST_ID),
                    "endsOn",
                    LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()))
            .is(201)
            .id();
    service.call("listAnalysisProjects", "analyst").send().is(200);
    JsonNode scores =
        service
            .call("listPseudonymousRfmScores", "analyst")
            .at(project)
            .asking("currency=DJF&referenceDate=2026-03-02&pageSize=200")
            .send()
            .is(200)
            .json();
    if (scores.get("items").isEmpty()) {
      throw new IllegalStateException("Nobody is shown under a pseudonym: " + scores.get("about"));
    }
    service.call("endAnalysisProject", OFFICER).at(project).send(null).is(200);
    service
        .call("listPseudonymousRfmScores", "analyst")
        .at(project)
        .asking("referenceDate=2026-03-02")
        .send()
        .is(409);
  }

  private static Map<String, Object> order(int number, String customer) {
    return Map.of(
        "kind",
        "ORDER",
        "source",
        "canary",
        "number",
        "P" + number,
        "customerId",
        customer,
        "channel",
        "ONLINE",
        "currency",
        "DJF",
        "occurredAt",
        "2026-03-01T08:26:00Z",
        "lines",
        List.of(Map.of("productCode", "CANARY-1", "quantity", 1, "unitPrice", "2")));
  }
}
