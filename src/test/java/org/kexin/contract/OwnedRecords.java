package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kexin.testing.Api;
import org.kexin.testing.Orders;
import org.kexin.testing.Projects;
import org.kexin.testing.Tokens;

/** Records that are a caller's own, and such that are not. */
final class OwnedRecords {

  /** Whose a record is, seen from a caller. */
  enum Whose {
    OWN,
    FOREIGN
  }

  private static final String ELSEWHERE = "elsewhere";
  private static final Pattern CLAIM = Pattern.compile("\"(\\w+)\" *: *\"([^\"]*)\"");

  /** Imports are large; one by each who may start them is enough. */
  private static final Map<String, String> IMPORTS = new ConcurrentHashMap<>();

  private OwnedRecords() {}

  /** The id of a customer: fresh, but for the one that a customer is. */
  static String customer(String role, Whose whose) {
    Optional<String> self = claim(role, "customer_id");
    if (whose == Whose.OWN && self.isPresent()) {
      madeKnown(self.get());
      return self.get();
    }
    return created(person(role, whose));
  }

  /** The body of a person with facts of several classes, assigned as {@code whose} says. */
  static Map<String, Object> person(String role, Whose whose) {
    Map<String, Object> person =
        with(aPerson(), "identityDocument", Map.of("type", "PASSPORT", "number", "E" + digits(8)));
    return department(role, whose).map(it -> with(person, "department", it)).orElse(person);
  }

  /** The id of an order of a customer. */
  static String order(String role, Whose whose, String currency) {
    return Orders.recorded(anOrder(customer(role, whose), currency));
  }

  /** The body of an order of this customer over one fresh product. */
  static Map<String, Object> anOrder(String customer, String currency) {
    return Orders.order(customer, currency, Orders.line(Orders.aProduct(), 1, "2.55"));
  }

  /** The id of an import that has ended; who may start none has none of their own. */
  static String importRun(String role, Whose whose) {
    boolean byAdmin = role.equals(Api.ADMIN) == (whose == Whose.OWN);
    return IMPORTS.computeIfAbsent(
        byAdmin ? Api.ADMIN : Api.DATA_STEWARD, ImportSamples::cancelledBy);
  }

  /** The id of an analysis project that the analyst takes part in, or does not. */
  static String project(Whose whose) {
    return Projects.started(
        whose == Whose.OWN ? Projects.aProject() : Projects.aProject(Projects.SOMEBODY_ELSE));
  }

  private static Optional<String> department(String role, Whose whose) {
    return whose == Whose.FOREIGN ? Optional.of(ELSEWHERE) : claim(role, "department");
  }

  private static Optional<String> claim(String role, String name) {
    String claims =
        new String(
            Base64.getUrlDecoder().decode(Tokens.of(role).split("\\.", -1)[1]),
            StandardCharsets.UTF_8);
    Matcher matcher = CLAIM.matcher(claims);
    return matcher
        .results()
        .filter(found -> found.group(1).equals(name))
        .map(found -> found.group(2))
        .findFirst();
  }

  /** Others make this record too, maybe with fewer facts. */
  private static void madeKnown(String id) {
    Response made =
        Api.writing(Api.DATA_STEWARD).body(with(aPerson(), "id", id)).post("/v1/customers");
    assertThat(made.statusCode()).as("made now or by another test").isIn(201, 409);
    String etag = Api.as(Api.DATA_STEWARD).get("/v1/customers/{id}", id).header("ETag");
    Api.patching(Api.DATA_STEWARD, etag)
        .body(Map.of("identityDocument", Map.of("type", "PASSPORT", "number", "E" + digits(8))))
        .patch("/v1/customers/{id}", id)
        .then()
        .statusCode(200);
  }
}
