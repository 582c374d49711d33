import java.util.List;
import java.util.Map;

/** Analyses of what the other stories left behind. */
record Analyses(Service service) {

  private static final List<String> ROLES = List.of("analyst", "sales", "marketing");

  /** What a promotion brought, and the same statistics over invented figures. */
  void effectOf(String promotion) {
    for (String role : ROLES) {
      service.call("getPromotionEffect", role).at(promotion).send().is(200);
    }
    service
        .call("compareArms", "analyst")
        .send(
            Map.of(
                "arms",
                List.of(
                    Map.of("name", "A", "n", 100, "conversions", 30),
                    Map.of("name", "B", "n", 100, "conversions", 20, "control", true))))
        .is(200);
  }

  /** What customers say of the company. */
  void opinions() {
    for (String kind : List.of("nps", "csat", "ces")) {
      for (String role : ROLES) {
        service.call("getSatisfaction", role).asking("kind=" + kind).send().is(200);
      }
    }
  }

  /** What customers will still buy, and who will buy for the first time. */
  void value() {
    String to = "to=2026-03-02";
    service.call("getLifetimeModels", "analyst").asking(to).send().is(200);
    service
        .call("getLifetimeModels", "sales")
        .asking(to + "&calibrationEnd=2026-01-31")
        .send()
        .is(200);
    service.call("listWinBacks", "sales").asking(to).send().is(200);
    service.call("listMostValuable", "sales").asking(to).send().is(200);
    service.call("listMostValuable", "sales").asking(to + "&by=revenue").send().is(200);
    service.call("getPropensityModel", "analyst").asking(to).send().is(200);
    service.call("listProspects", "sales").asking(to).send().is(200);
  }

  /** What customers buy, when they come back, and what this one needs or may be offered. */
  void buying(String customer) {
    for (String role : new String[] {"analyst", "sales"}) {
      service.call("getCohorts", role).asking("currency=CNY").send().is(200);
      service
          .call("getRetentionEconomics", role)
          .asking("currency=CNY&marginPercent=40")
          .send()
          .is(200);
      service.call("getAssociations", role).asking("currency=CNY").send().is(200);
      service.call("getProductSimilarities", role).asking("currency=CNY").send().is(200);
      service.call("getNeeds", role).asking("currency=CNY").send().is(200);
    }
    service.call("getRecommendations", "data-steward").at(customer).send().is(200);
    service.call("getCustomerNeeds", "data-steward").at(customer).send().is(200);
  }

  /** Of one customer, of complaints, and the same once more in the background. */
  void others(String customer) {
    service.call("getInsights", "data-steward").at(customer).send().is(200);
    service.call("analyseComplaints", "analyst").asking("by=cause").send().is(200);
    String run =
        service
            .call("startAnalysisRun", "analyst")
            .send(Map.of("analysis", "statistics", "parameters", Map.of("currency", "CNY")))
            .is(202)
            .id();
    service.call("listAnalysisRuns", "analyst").send().is(200);
    service.call("getAnalysisRun", "analyst").at(run).send().is(200);
    // Its events end with the run.
    service.call("followAnalysisRun", "analyst").at(run).send().is(200);
    service.call("getAnalysisRunResult", "analyst").at(run).send().is(200);
    service.call("cancelAnalysisRun", "analyst").at(run).send(null).is(200);
  }

  /** Forecasts, products, and where customers stand. */
  void trends() {
    for (String role : List.of("analyst", "sales")) {
      service.call("getForecasts", role).asking("period=week&horizon=4").send().is(200);
      service.call("getProductStatistics", role).asking("by=category").send().is(200);
      service.call("getLifeCycleLadder", role).send().is(200);
    }
    service
        .call("drawControlChart", "analyst")
        .send(Map.of("chart", "C", "points", List.of(Map.of("label", "1", "count", 3))))
        .is(200);
    service
        .call("forecastSeries", "analyst")
        .send(
            Map.of(
                "values",
                List.of(3, 1, 4, 1, 5, 9, 2, 6),
                "period",
                "QUARTER",
                "firstDay",
                "2024-01-01",
                "method",
                "DRIFT"))
        .is(200);
  }
}
