package org.kexin.testing;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.SERVICE_AGENT;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Customers to test with. Each has its own name, numbers and addresses, so tests share one database
 * without seeing each other's.
 */
public final class People {

  /** The customer of the caller with the role customer in the sample realm. */
  public static final String OWN_CUSTOMER = "01932c00-0000-7000-8000-000000000001";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Has no factor in common with ten, so the numbers come round only after all were drawn. */
  private static final long STEP = 618_033_989L;

  private static final AtomicLong DRAWN = new AtomicLong(RANDOM.nextInt(1_000_000_000));
  private static final int FIRST_HAN = 0x4e00;
  private static final int COMMON_HAN = 20_000;

  private People() {}

  /** The body of a create, with the members that most tests need. */
  public static Map<String, Object> aPerson() {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("kind", "INDIVIDUAL");
    person.put("name", aChineseName());
    person.put("individual", Map.of("gender", "FEMALE", "birthDate", "1990-05-17"));
    person.put("phones", List.of(Map.of("number", aPhone(), "label", "MOBILE")));
    person.put("emails", List.of(Map.of("address", anEmail())));
    person.put("source", "WEBSITE");
    return person;
  }

  /** The body of a create of an enterprise with one contact person. */
  public static Map<String, Object> anEnterprise() {
    Map<String, Object> enterprise = new LinkedHashMap<>();
    enterprise.put("kind", "ENTERPRISE");
    enterprise.put("name", aChineseName() + "有限公司");
    enterprise.put("enterprise", Map.of("size", "SMALL", "industry", "retail"));
    enterprise.put("contactPersons", List.of(Map.of("name", aChineseName(), "position", "buyer")));
    enterprise.put("source", "FAIR");
    return enterprise;
  }

  /** {@code body} with one member more or another value of it. */
  public static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    changed.put(member, value);
    return changed;
  }

  /** {@code body} without one member. */
  public static Map<String, Object> without(Map<String, Object> body, String member) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    changed.remove(member);
    return changed;
  }

  /** A member that {@code body} has. */
  public static Object the(String member, Map<String, Object> body) {
    return Objects.requireNonNull(body.get(member), member);
  }

  /** Three random Chinese characters: with eight billion of them, nobody else's. */
  public static String aChineseName() {
    return RANDOM
        .ints(3, FIRST_HAN, FIRST_HAN + COMMON_HAN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A Chinese mobile number of a range that cannot be called. */
  public static String aPhone() {
    return "+86145" + digits(8);
  }

  public static String anEmail() {
    return "Person." + digits(12) + "@kexin.example";
  }

  /** An external id of the source {@code web-shop}. */
  public static Map<String, String> anExternalId() {
    return Map.of("source", "web-shop", "value", digits(12));
  }

  /** A UUID of version 7, as a client makes it. */
  public static UUID anId() {
    long millis = System.currentTimeMillis();
    return new UUID(
        (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0xFFFL),
        (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE);
  }

  /**
   * Digits that look random. Of eight or more none comes twice in a run: chance draws one of some
   * thousand telephone numbers twice every few runs, which makes a stranger a duplicate.
   */
  public static String digits(int count) {
    int counted = Math.min(count, 9);
    StringBuilder digits = new StringBuilder();
    RANDOM.ints(count - counted, 0, 10).forEach(digits::append);
    long number = (DRAWN.incrementAndGet() * STEP) % (long) Math.pow(10, counted);
    return digits.append(("%0" + counted + "d").formatted(number)).toString();
  }

  /** Has the service make this customer and gives its id. */
  public static String created(Map<String, Object> body) {
    return Api.writing(SERVICE_AGENT)
        .body(body)
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Has the service delete the customer as it stands. */
  public static void delete(String customer) {
    Api.as(DATA_STEWARD)
        .header("If-Match", Api.as(DATA_STEWARD).get("/v1/customers/{id}", customer).header("ETag"))
        .delete("/v1/customers/{id}", customer)
        .then()
        .statusCode(204);
  }

  /** Sees to it that {@link #OWN_CUSTOMER} is there, which an earlier test may have done. */
  public static void ownCustomer() {
    int status =
        Api.writing(SERVICE_AGENT)
            .body(with(aPerson(), "id", OWN_CUSTOMER))
            .post("/v1/customers")
            .statusCode();
    if (status != 201 && status != 409) {
      throw new AssertionError("The customer's own record cannot be made: " + status);
    }
  }

  /** Has the service make this many customers and gives their ids in the order of making. */
  public static List<String> created(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(created(aPerson()));
    }
    return ids;
  }
}
