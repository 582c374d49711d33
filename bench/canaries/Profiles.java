import java.util.List;

/** One customer across all features, as answers and as pages. */
record Profiles(Service service) {

  private static final String YEAR = "2026";

  /** Looks at each of these customers, and as the customer at oneself. */
  void look(List<String> ids) {
    String[] roles = {"service-agent", "sales", "marketing", "data-steward", "privacy-officer"};
    Together.parallel(
        Math.min(ids.size(), 50),
        i -> {
          String role = roles[i % roles.length];
          service.call("getPortrait", role).at(ids.get(i)).send().is(200);
          service
              .call("getPortrait", role)
              .at(ids.get(i))
              .with("Accept", "text/html")
              .send()
              .is(200);
          service.call("getStatement", role).at(ids.get(i), YEAR).send().is(200);
          service.call("getStatement", role).at(ids.get(i), "1999").send().is(400);
        });
    service.call("getMyStatement", "customer").at(YEAR).send().is(200);
  }
}
