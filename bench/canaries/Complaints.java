import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Complaints whose texts are full of what people write into texts: telephone numbers, addresses,
 * accounts, names. They stand sealed, so none of it may be found.
 */
record Complaints(Service service) {

  private static final String STEWARD = "data-steward";
  private static final String CUSTOMER = "customer";

  void happen(List<Person> persons, List<String> ids) {
    settle();
    String category =
        service
            .call("createComplaintCategory", STEWARD)
            .send(Map.of("code", "canary", "name", "Canaries"))
            .is(201)
            .id();
    String etag =
        service.call("getComplaintCategory", STEWARD).at(category).send().is(200).etag();
    service
        .call("patchComplaintCategory", STEWARD)
        .at(category)
        .with("If-Match", etag)
        .send(Map.of("name", "Birds"))
        .is(200);
    Together.parallel(
        ids.size() / 4, i -> complain(persons.get(i), ids.get(i), category));
    service.call("listComplaintCategories", "analyst").send().is(200);
    service.call("listComplaints", "sales").asking("pageSize=200").send().is(200);
    service.call("listComplaintLessons", "analyst").send().is(200);
    own(persons.getFirst(), category);
  }

  private void complain(Person person, String customer, String category) {
    String text = text(person);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("customerId", customer);
    body.put("channel", "PHONE");
    body.put("categoryId", category);
    body.put("severity", "NORMAL");
    body.put("description", text);
    String id = service.call("createComplaint", STEWARD).send(body).is(201).id();
    act("acknowledgeComplaint", id, Map.of("text", text));
    act("assignComplaint", id, Map.of("assignee", "user-1", "note", text));
    act("changeComplaintSeverity", id, Map.of("severity", "HIGH", "note", text));
    act("escalateComplaint", id, Map.of("text", text));
    act("updateComplainant", id, Map.of("text", text));
    act(
        "waitForComplainant",
        id,
        Map.of("question", text, "until", Instant.now().plus(9, ChronoUnit.DAYS).toString()));
    act("recordComplainantAnswer", id, Map.of("text", text));
    Map<String, Object> resolution =
        Map.of("text", text, "cause", "packing", "compensationKind", "APOLOGY");
    act("resolveComplaint", id, resolution);
    act("reopenComplaint", id, Map.of("text", text));
    act("resolveComplaint", id, resolution);
    act("closeComplaint", id, Map.of("text", text));
    act("rateComplaint", id, Map.of("score", 4, "comment", text));
    Service.Answer read = service.call("getComplaint", STEWARD).at(id).send().is(200);
    service
        .call("patchComplaint", STEWARD)
        .at(id)
        .with("If-Match", read.etag())
        .send(Map.of("description", text + " " + text))
        .is(200);
    // A number where a code belongs is refused, and the refusal must not repeat it.
    service
        .call("resolveComplaint", STEWARD)
        .at(id)
        .send(Map.of("text", text, "cause", person.phone() + " " + person.name()))
        .is(400);
    service
        .call("acknowledgeComplaint", STEWARD)
        .at(id)
        .send(Map.of("text", text))
        .is(409);
    body.put("severity", "LOW");
    act(
        "withdrawComplaint",
        service.call("createComplaint", STEWARD).send(body).is(201).id(),
        Map.of("text", text));
  }

  private void own(Person person, String category) {
    String text = text(person);
    Map<String, Object> body = Map.of("categoryId", category, "description", text);
    String id = service.call("createMyComplaint", CUSTOMER).send(body).is(200).id();
    service.call("answerMyComplaint", CUSTOMER).at(id).send(Map.of("text", text)).is(200);
    act("acknowledgeComplaint", id, Map.of("text", text));
    act(
        "resolveComplaint",
        id,
        Map.of("text", text, "cause", "packing", "compensationKind", "NONE"));
    service
        .call("rateMyComplaint", CUSTOMER)
        .at(id)
        .send(Map.of("score", 3, "comment", text))
        .is(200);
    service.call("getMyComplaint", CUSTOMER).at(id).send().is(200);
    String other = service.call("createMyComplaint", CUSTOMER).send(body).is(200).id();
    service.call("withdrawMyComplaint", CUSTOMER).at(other).send(Map.of("text", text)).is(200);
    service.call("listMyComplaints", CUSTOMER).send().is(200);
  }

  /** The settings of the house, which are nobody's. */
  private void settle() {
    String calendar =
        service
            .call("publishBusinessCalendar", STEWARD)
            .send(
                Map.of(
                    "code",
                    "canary",
                    "zone",
                    "Asia/Shanghai",
                    "week",
                    List.of(
                        Map.of(
                            "day",
                            "MONDAY",
                            "hours",
                            List.of(Map.of("from", "09:00", "to", "18:00"))))))
            .is(201)
            .id();
    service.call("getBusinessCalendar", STEWARD).at(calendar).send().is(200);
    service.call("listBusinessCalendars", STEWARD).send().is(200);
    String policy =
        service
            .call("publishComplaintPolicy", "admin")
            .send(
                Map.of(
                    "calendar",
                    "default",
                    "warnAtPercent",
                    80,
                    "targets",
                    List.of(targets("LOW"), targets("NORMAL"), targets("HIGH"), targets("CRITICAL"))))
            .is(201)
            .id();
    service.call("getComplaintPolicy", "admin").at(policy).send().is(200);
    service.call("listComplaintPolicies", "admin").send().is(200);
  }

  private static Map<String, Object> targets(String severity) {
    return Map.of(
        "severity", severity,
        "acknowledgeMinutes", 540,
        "updateMinutes", 1_620,
        "resolveMinutes", 5_400);
  }

  private void act(String operation, String id, Map<String, Object> body) {
    service.call(operation, STEWARD).at(id).send(body).is(200);
  }

  private static String text(Person person) {
    return "%s called from %s, wants it on %s, writes from %s, shows %s."
        .formatted(
            person.name(), person.phone(), person.account(), person.email(), person.document());
  }
}
