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
}
