package org.kexin.contract;

import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.ownComplaint;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.ComplaintCalls;

/** Complaints in the states that operations ask for, and bodies that are fresh. */
final class ComplaintSamples implements FeatureSamples {

  private static final String COMPLAINT = "/v1/complaints/{id}";
  private static final String MINE = "/v1/me/complaints/{id}";

  /** Actions by the operation that does them. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("acknowledgeComplaint", "acknowledgements"),
          Map.entry("updateComplainant", "updates"),
          Map.entry("waitForComplainant", "waits"),
          Map.entry("recordComplainantAnswer", "answers"),
          Map.entry("assignComplaint", "assignments"),
          Map.entry("changeComplaintSeverity", "severity-changes"),
          Map.entry("escalateComplaint", "escalations"),
          Map.entry("resolveComplaint", "resolutions"),
          Map.entry("closeComplaint", "closures"),
          Map.entry("reopenComplaint", "reopenings"),
          Map.entry("withdrawComplaint", "withdrawals"),
          Map.entry("rateComplaint", "ratings"),
          Map.entry("answerMyComplaint", "answers"),
          Map.entry("withdrawMyComplaint", "withdrawals"),
          Map.entry("rateMyComplaint", "ratings"));

  /** The state that an action asks for, where that is not the first one. */
  private static final Map<String, String> STATES =
      Map.of(
          "updates", "ACKNOWLEDGED",
          "waits", "ACKNOWLEDGED",
          "resolutions", "ACKNOWLEDGED",
          "closures", "RESOLVED",
          "reopenings", "RESOLVED",
          "ratings", "RESOLVED");

  @Override
  public Map<String, Supplier<Object>> bodies() {
    Map<String, Supplier<Object>> bodies = new HashMap<>();
    ACTIONS.forEach(
        (operation, action) -> bodies.put(operation, () -> ComplaintCalls.body(action)));
    bodies.put("createComplaint", () -> aComplaint(created(aPerson())));
    bodies.put("createMyComplaint", ComplaintCalls::anOwnComplaint);
    bodies.put("patchComplaint", () -> Map.of("cause", "cause-" + digits(9)));
    bodies.put(
        "createComplaintCategory",
        () -> Map.of("code", "sweep-" + digits(12), "name", "Damaged on delivery"));
    bodies.put("patchComplaintCategory", () -> Map.of("name", "Damaged " + digits(9)));
    bodies.put("publishBusinessCalendar", ComplaintSamples::aCalendar);
    bodies.put("publishComplaintPolicy", ComplaintSamples::aPolicy);
    return bodies;
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    Map<String, Supplier<Map<String, String>>> paths = new HashMap<>();
    STATES.forEach(
        (action, state) -> {
          paths.put(
              COMPLAINT + "/" + action,
              () -> Map.of("id", broughtTo(state, recorded(aComplaint(created(aPerson()))))));
          paths.put(MINE + "/" + action, () -> Map.of("id", broughtTo(state, ownComplaint())));
        });
    return paths;
  }

  @Override
  public Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of("patchComplaint", ComplaintSamples::ofAWithdrawnOne);
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "createComplaint",
        (call, role, whose) ->
            Probes.whole(Probes.sending(call, aComplaint(OwnedRecords.customer(role, whose)))),
        "listComplaints",
        (call, role, whose) -> {
          String customer = OwnedRecords.customer(role, whose);
          return Probes.row(
              call.asking("customerId=" + customer), "items", "id", recorded(aComplaint(customer)));
        });
  }

  @Override
  public Map<String, OwnRecord> records() {
    // What is more exact comes first.
    Map<String, OwnRecord> records = new LinkedHashMap<>();
    STATES.forEach(
        (action, state) -> {
          records.put(
              COMPLAINT + "/" + action,
              (role, whose) -> broughtTo(state, ComplaintSamples.of(role, whose)));
          records.put(
              MINE + "/" + action,
              (role, whose) -> broughtTo(state, ComplaintSamples.of(role, whose)));
        });
    records.put(COMPLAINT, ComplaintSamples::of);
    records.put(MINE, ComplaintSamples::of);
    return records;
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of(
        "listComplaints",
        call -> {
          recorded(aComplaint(created(aPerson())));
          return call;
        },
        "listMyComplaints",
        call -> {
          ownComplaint();
          return call;
        });
  }

  @Override
  public Set<String> namesNobody() {
    return Set.of("listComplaintLessons");
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of(
        "publishBusinessCalendar",
        "publishComplaintPolicy",
        "createComplaintCategory",
        "patchComplaintCategory");
  }

  private static String of(String role, Whose whose) {
    return recorded(aComplaint(OwnedRecords.customer(role, whose)));
  }

  private static Response ofAWithdrawnOne(ContractCall call) {
    String complaint = String.valueOf(call.path().get("id"));
    ComplaintCalls.act(complaint, "withdrawals").statusCode(200);
    return call.with(ContractCall.IF_MATCH, ComplaintCalls.etag(complaint)).send();
  }

  private static Map<String, Object> aCalendar() {
    return Map.of(
        "code", "sweep-" + digits(12),
        "zone", "Asia/Shanghai",
        "week",
            List.of(
                Map.of("day", "MONDAY", "hours", List.of(Map.of("from", "09:00", "to", "24:00")))),
        "closedDays", List.of("2026-10-01"),
        "ownHours",
            List.of(
                Map.of(
                    "date",
                    "2026-10-10",
                    "hours",
                    List.of(Map.of("from", "10:00", "to", "12:00")))));
  }

  /** That of the beginning but for a time that no test looks at. */
  private static Map<String, Object> aPolicy() {
    return Map.of(
        "calendar",
        "default",
        "warnAtPercent",
        80,
        "targets",
        List.of(
            targets("LOW", 1_080, 2_700, 8_100 + Integer.parseInt(digits(4))),
            targets("NORMAL", 540, 1_620, 5_400),
            targets("HIGH", 240, 540, 2_700),
            targets("CRITICAL", 60, 240, 1_080)));
  }

  private static Map<String, Object> targets(
      String severity, int acknowledge, int update, int resolve) {
    return Map.of(
        "severity", severity,
        "acknowledgeMinutes", acknowledge,
        "updateMinutes", update,
        "resolveMinutes", resolve);
  }
}
