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
