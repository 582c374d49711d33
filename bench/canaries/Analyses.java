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
}
