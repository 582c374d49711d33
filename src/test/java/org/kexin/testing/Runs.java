package org.kexin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Analyses in the background to test with. */
public final class Runs {

  /** Who may start one. */
  public static final Set<String> MAY_START =
      Set.of(Api.ANALYST, Api.SALES, Api.MARKETING, Api.DATA_STEWARD, Api.PRIVACY_OFFICER);

  private static final String RUNS = "/v1/analysis/runs";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AtomicInteger STARTED = new AtomicInteger();

  private Runs() {}

  /** The body of a run that any role may start; no two are alike. */
  public static Map<String, Object> aRun() {
    String from = LocalDate.EPOCH.minusDays(STARTED.incrementAndGet()).toString();
    return aRun("statistics", Map.of("currency", "XPF", "from", from));
  }

  public static Map<String, Object> aRun(String analysis, Map<String, String> parameters) {
    return Map.of("analysis", analysis, "parameters", parameters);
  }

  /** Starts a run and gives its id. */
  public static String started(String role, Map<String, Object> run) {
    return Api.writing(role).body(run).post(RUNS).then().statusCode(202).extract().path("id");
  }

  /** Starts a run, waits until it has a result, and gives its id. */
  public static String completed(String role, Map<String, Object> run) {
    String id = started(role, run);
    JsonPath end = ended(role, id);
    assertThat(end.getString("state")).as(end.prettify()).isEqualTo("COMPLETED");
    return id;
  }

  /** The id of a run that failed: there is no cut of that moment for those who see groups only. */
  public static String refused(String role) {
    String id =
        started(
            role, aRun("statistics", Map.of("currency", "XPF", "asOf", "2001-01-01T00:00:00Z")));
    JsonPath end = ended(role, id);
    assertThat(end.getString("state")).as(end.prettify()).isEqualTo("FAILED");
    return id;
  }

  /** The run when it has ended. */
  public static JsonPath ended(String role, String id) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonPath run;
    do {
      run = Api.as(role).get(RUNS + "/{id}", id).then().statusCode(200).extract().jsonPath();
    } while (run.getString("endedAt") == null && Instant.now().isBefore(deadline));
    return run;
  }

  /** The bytes of a result. */
  public static byte[] result(String role, String id) {
    return Api.as(role)
        .get(RUNS + "/{id}/result", id)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }
}
