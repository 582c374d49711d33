/** Analyses beyond statistics and RFM, by roles that see groups and by roles that see persons. */
record Analyses(Service service) {

  /** What customers buy, when they come back, and what to offer this one. */
  void buying(String customer) {
    for (String role : new String[] {"analyst", "sales"}) {
      service.call("getCohorts", role).asking("currency=CNY").send().is(200);
      service
          .call("getRetentionEconomics", role)
          .asking("currency=CNY&marginPercent=40")
          .send()
          .is(200);
      service.call("getAssociations", role).asking("currency=CNY").send().is(200);
    }
    service.call("getRecommendations", "data-steward").at(customer).send().is(200);
  }
}
