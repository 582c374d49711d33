package org.kexin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

/** Paths, queries and headers that cannot be right. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BadParameterIT {

  private static final String LIST = "/v1/customers";

  @ParameterizedTest
  @MethodSource({"parameters"})
  void isRefusedAndChangesNothing(BadInput bad)
      throws IOException, InterruptedException, SQLException {
    bad.isRefusedAndChangesNothing();
  }

  /** The server refuses it while reading, before there is a request that could be answered. */
  @Test
  void anOverlongHeaderIsRefused() throws IOException, InterruptedException, SQLException {
    Map<String, Long> before = Database.counts("customer");

    Raw.Answer answer =
        Raw.create("overlong header", BadInput.person(""))
            .with("Content-Type", "application/json", "Accept-Language", "x".repeat(20_000))
            .send();

    assertThat(answer.status()).isEqualTo(431);
    assertThat(Database.counts("customer")).isEqualTo(before);
  }

  static Stream<BadInput> parameters() {
    return Stream.of(
        parameter("unknown order", "sort=name", "sort"),
        parameter("SQL as order", "sort=id;drop%20table%20customer", "sort"),
        parameter("unknown member", "fields=name,secret", "fields"),
        parameter("unknown kind", "kind=ROBOT", "kind"),
        parameter("page of nothing", "pageSize=0", "pageSize"),
        parameter("page of words", "pageSize=ten", "pageSize"),
        parameter("page of too many digits", "pageSize=1" + "0".repeat(30), "pageSize"),
        parameter("NUL in the query", "sort=%00", "query"),
        parameter("lone surrogate in the query", "sort=%ED%A0%80", "sort"),
        BadInput.of(
            Raw.get("no page token", LIST + "?pageToken=rubbish"), 400, "page-token-invalid", ""),
        BadInput.of(
            Raw.get("made-up page token", LIST + "?pageToken=AAAAAAAAAAAAAAAA"),
            400,
            "page-token-invalid",
            ""),
        BadInput.of(
            Raw.create("two media types", BadInput.person(""))
                .with("Content-Type", "application/json", "Content-Type", "text/plain"),
            415,
            "media-type-unsupported",
            ""),
        BadInput.of(Raw.get("no id", "/v1/customers/1"), 404, "not-found", ""),
        BadInput.of(Raw.get("SQL as id", "/v1/customers/1'%20or%20'1'='1"), 404, "not-found", ""),
        BadInput.of(Raw.get("no such path", "/v1/clients"), 404, "not-found", ""),
        BadInput.of(
            new Raw("no such method", "PUT", LIST, BodyPublishers.noBody(), List.of()),
            405,
            "method-not-allowed",
            ""),
        BadInput.of(
            Raw.get("no such form", LIST).with("Accept", "application/xml"),
            406,
            "not-acceptable",
            ""));
  }

  private static BadInput parameter(String name, String query, String parameter) {
    return BadInput.of(Raw.get(name, LIST + "?" + query), 400, "parameter-invalid", parameter);
  }
}
