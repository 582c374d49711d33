package org.kexin.privacy;

import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.digits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;

/** What a canary person complains about: something in every column. */
final class CanaryComplaints {

  final String text = "canary complaint " + digits(9);
  final String note = "canary note " + digits(9);

  /** One that is over, whose deadlines passed, and one that waits for the person. */
  void happen(String person) {
    String order =
        Orders.recorded(Orders.order(person, "CNY", Orders.line(Orders.aProduct(), 1, "3.10")));
    Map<String, Object> body = aComplaint(person);
    body.put("description", text);
    body.put("productId", productOf(order));
    body.put("transactionId", order);
    body.put("receivedAt", Instant.now().minus(60, ChronoUnit.DAYS).toString());
    String over = recorded(body);
    act(over, "acknowledgements", Map.of("text", note)).statusCode(200);
    for (String action : List.of("resolutions", "closures", "ratings")) {
      act(over, action).statusCode(200);
    }
    broughtTo("WAITING", recorded(aComplaint(person)));
  }

  private static String productOf(String order) {
    return Api.as(Api.DATA_STEWARD)
        .get("/v1/transactions/{id}", order)
        .then()
        .statusCode(200)
        .extract()
        .path("lines[0].productId");
  }
}
