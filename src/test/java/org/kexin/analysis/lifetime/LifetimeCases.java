package org.kexin.analysis.lifetime;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlooks;
import org.kexin.analysis.algorithm.lifetime.GammaGammaFit;
import org.kexin.analysis.algorithm.lifetime.LifetimeValue;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseModelFit;
import org.kexin.analysis.algorithm.lifetime.PurchaseSummariser;
import org.kexin.analysis.algorithm.lifetime.RepeatValues;
import org.kexin.testing.Api;
import org.kexin.testing.Regulars;

/** Customers who came back, and the algorithm on what they bought. */
final class LifetimeCases {

  static final Regulars REGULARS = new Regulars("BZD");
  static final LocalDate TO = LocalDate.of(2024, 9, 30);
  static final LocalDate CALIBRATION = LocalDate.of(2024, 4, 30);
  private static final LifetimeValue.Parameters YEAR = new LifetimeValue.Parameters(12, .01, 1);
  static final Map<String, String> ASKED =
      Map.of("currency", REGULARS.currency(), "to", TO.toString());
  static final String LIFETIME = "/v1/analysis/lifetime";
  static final String WIN_BACKS = "/v1/analysis/win-backs";
  static final String MOST_VALUABLE = "/v1/analysis/most-valuable";

  private LifetimeCases() {}

  static JsonPath json(String role, String path, Map<String, String> asked) {
    return Api.as(role).queryParams(asked).get(path).then().statusCode(200).extract().jsonPath();
  }

  static CustomerOutlooks<UUID> outlooks() {
    PurchaseHistories<UUID> histories = histories(PurchaseHistories.Parameters.inWeeks(TO));
    return new CustomerOutlooks<>(
        histories,
        PurchaseModelFit.of(histories.grouped(), ModelKind.MBG_NBD).model().orElseThrow(),
        GammaGammaFit.of(RepeatValues.of(histories)).model().orElseThrow(),
        YEAR);
  }

  static PurchaseHistories<UUID> histories(PurchaseHistories.Parameters parameters) {
    PurchaseSummariser<UUID> summariser =
        new PurchaseSummariser<>(CustomerOrder.ofUuids(), parameters);
    REGULARS.sales().forEach(summariser::add);
    return summariser.finish();
  }
}
