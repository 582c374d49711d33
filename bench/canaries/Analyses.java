import java.util.List;
import java.util.Map;

/** Analyses that name nobody, by those who may not see individuals and by those who may. */
record Analyses(Service service) {

  void ask() {
    trends();
  }

  /** Forecasts, products, and where customers stand. */
  private void trends() {
    for (String role : List.of("analyst", "sales")) {
      service.call("getForecasts", role).asking("period=week&horizon=4").send().is(200);
      service.call("getProductStatistics", role).asking("by=category").send().is(200);
      service.call("getLifeCycleLadder", role).send().is(200);
    }
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
