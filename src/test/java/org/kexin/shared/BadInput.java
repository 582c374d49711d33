package org.kexin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.kexin.testing.Database;

/**
 * Input that cannot be right, and the answer it must get.
 *
 * @param code of the problem
 * @param pointer of the first error, empty where the request as a whole is refused
 * @param error code of the first error, empty where it is not looked at
 */
record BadInput(Raw request, int status, String code, String pointer, String error) {

  /** A request refused as a whole, or for a pointer alone. */
  static BadInput of(Raw request, int status, String code, String pointer) {
    return new BadInput(request, status, code, pointer, "");
  }

  /** A request for a new customer whose body cannot be read. */
  static BadInput body(Raw request) {
    return of(request, 400, "body-malformed", "");
  }

  /** A new customer who would do but for {@code member}. */
  static BadInput field(String name, String member, String error, String pointer) {
    return value(name, person(member), error, pointer);
  }

  /** A new customer with one value that cannot be right. */
  static BadInput value(String name, String json, String error, String pointer) {
    return new BadInput(Raw.create(name, json), 400, "validation-failed", pointer, error);
  }

  /** A body that would do but for {@code member}, which ends in a comma. */
  static String person(String member) {
    String name = member.startsWith("\"name\"") ? "" : "\"name\": \"Ann\",";
    return "{" + member + name + "\"kind\": \"INDIVIDUAL\", \"source\": \"WEBSITE\"}";
  }

  /** Sends it and asserts that the answer says what is wrong and nothing has changed. */
  void isRefusedAndChangesNothing() throws IOException, InterruptedException, SQLException {
    Map<String, Long> customers = Database.counts("customer");
    Map<String, Long> keys = Database.counts("idempotency");

    Raw.Answer answer = request.send();

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.problem().path("code").asText()).as(answer.text()).isEqualTo(code);
    assertThat(answer.problem().path("detail").asText()).isNotBlank();
    assertThat(answer.problem().path("requestId").asText()).isNotBlank();
    assertThat(answer.problem().at("/errors/0/pointer").asText())
        .as(answer.text())
        .isEqualTo(pointer);
    assertThat(answer.problem().at("/errors/0/code").asText()).as(answer.text()).startsWith(error);
    assertThat(Database.counts("customer")).isNotEmpty().isEqualTo(customers);
    assertThat(Database.counts("idempotency")).isNotEmpty().isEqualTo(keys);
  }

  @Override
  public String toString() {
    return request.name();
  }
}
