import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Analyses of who the customers are, and the policies of their grades. */
record Groups(Service service) {

  private static final String STEWARD = "data-steward";

  void analyse() {
    for (String role : List.of("analyst", "sales")) {
      service.call("getDistribution", role).asking("attribute=occupation").send().is(200);
      service
          .call("getCrossTab", role)
          .asking("rows=gender&columns=age-band")
          .send()
          .is(200);
      service.call("getGradeDistribution", role).send().is(200);
    }
    service.call("getDistribution", "sales").asking("attribute=order-amount").send().is(200);
    service.call("previewGradingPolicy", STEWARD).send(policy()).is(200);
    service.call("publishGradingPolicy", STEWARD).send(policy()).is(201);
    service.call("listGradingPolicies", "analyst").send().is(200);
    service
        .call("computeEnterpriseStrength", "analyst")
        .send(Map.of("statement", Map.of("periodEnd", "2025-12-31", "months", 12)))
        .is(200);
  }

  /** A customer contests their grade, by staff and by themselves, and somebody else decides. */
  void appeal(String individual, Person person) {
    Map<String, Object> reason = Map.of("reason", "I am " + person.name() + ", " + person.phone());
    String appeal = filed("fileGradeAppeal", "service-agent", individual, reason);
    service.call("listGradeAppeals", STEWARD).send().is(200);
    service.call("listCustomerGradeAppeals", STEWARD).at(individual).send().is(200);
    service
        .call("decideGradeAppeal", STEWARD)
        .at(appeal)
        .send(
            Map.of(
                "verdict",
                "GRANTED",
                "reason",
                "We called " + person.phone(),
                "grade",
                "VIP",
                "heldUntil",
                LocalDate.now(ZoneOffset.UTC).plusDays(9).toString()))
        .is(200);
    service.call("getGradeAppeal", STEWARD).at(appeal).send().is(200);
    service.call("getInsights", STEWARD).at(individual).send().is(200);
    String another = filed("fileGradeAppeal", "service-agent", individual, reason);
    service.call("withdrawGradeAppeal", "service-agent").at(another).send(null).is(200);
  }

  /** As the caller with the role customer. */
  void appealOfMine(Person person) {
    String own =
        filed("fileMyGradeAppeal", "customer", null, Map.of("reason", "Call " + person.phone()));
    service.call("listMyGradeAppeals", "customer").send().is(200);
    service.call("getMyGradeAppeal", "customer").at(own).send().is(200);
    service.call("withdrawMyGradeAppeal", "customer").at(own).send(null).is(200);
  }

  /** Once the service has scored everybody by the present policy, which it does by itself. */
  private String filed(
      String operation, String role, String customer, Map<String, Object> reason) {
    Instant deadline = Instant.now().plusSeconds(120);
    Service.Answer answer;
    do {
      Service.Call call = service.call(operation, role);
      answer = (customer == null ? call : call.at(customer)).send(reason);
    } while (answer.status() == 409 && Instant.now().isBefore(deadline));
    return answer.isOneOf(200, 201).id();
  }

  private static Map<String, Object> policy() {
    return Map.of(
        "kind",
        "ENTERPRISE",
        "terms",
        Map.of(
            "months",
            12,
            "weights",
            List.of(),
            "grades",
            List.of(
                Map.of(
                    "grade",
                    "VIP",
                    "minimumScore",
                    0,
                    "conditions",
                    List.of(Map.of("fact", "REVENUE", "atLeast", "4999"))))));
  }
}
