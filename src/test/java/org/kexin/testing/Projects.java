package org.kexin.testing;

import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Analysis projects to test with. */
public final class Projects {

  /** The caller with the role analyst in the sample realm. */
  public static final String ANALYST_ID = "01932c00-0000-7000-8000-000000000104";

  /** Somebody who never calls. */
  public static final String SOMEBODY_ELSE = "01932c00-0000-7000-8000-000000000991";

  private static final String PROJECTS = "/v1/analysis/projects";

  private Projects() {}

  /** The body of a project of these members for a month. */
  public static Map<String, Object> aProject(String... members) {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("name", "Project " + digits(9));
    project.put("question", "Who buys less than a year ago?");
    project.put("members", List.of(members));
    project.put("endsOn", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    return project;
  }

  /** A project of the analyst that is answered as the contract says. */
  public static Map<String, Object> aProject() {
    return aProject(ANALYST_ID);
  }

  /** Has the privacy officer start this project and gives its id. */
  public static String started(Map<String, Object> project) {
    return start(project).statusCode(201).extract().path("id");
  }

  public static ValidatableResponse start(Map<String, Object> project) {
    return Api.writing(PRIVACY_OFFICER).body(project).post(PROJECTS).then();
  }

  /** Has the privacy officer end a project. */
  public static ValidatableResponse end(String id) {
    return Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", digits(20))
        .post(PROJECTS + "/{id}/endings", id)
        .then();
  }

  /** The id of a project that was started and ended. */
  public static String ended() {
    String id = started(aProject());
    end(id).statusCode(200);
    return id;
  }

  /** Asks as the analyst for scores as of the end of March 2024. */
  public static Response scores(
      String project, String currency, int pageSize, @Nullable String pageToken) {
    var request =
        Api.as(ANALYST)
            .queryParam("currency", currency)
            .queryParam("referenceDate", "2024-03-31")
            .queryParam("pageSize", pageSize);
    if (pageToken != null) {
      request.queryParam("pageToken", pageToken);
    }
    return request.get(PROJECTS + "/{id}/rfm-scores", project);
  }
}
