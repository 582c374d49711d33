package org.kexin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.CapturedLog;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Tokens;

/** What every answer says to browsers and caches, and what never gets further than the border. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BorderIT {

  private static final int SECONDS_20 = 20_000;
  private static final String LIST = "/v1/customers";

  @Inject DataSource requests;

  @Inject
  @io.quarkus.agroal.DataSource("analysis")
  DataSource analyses;

  @Test
  void everyAnswerForbidsSniffingFramingAndKeeping() {
    List<Response> answers =
        List.of(
            Api.as(Api.SERVICE_AGENT).get(LIST),
            Api.as(Api.SERVICE_AGENT).get(LIST + "/" + UUID.randomUUID()),
            Api.as(Api.ANALYST).get(LIST),
            RestAssured.given().get(LIST),
            RestAssured.given().get("/v1/nothing-is-here"),
            RestAssured.given().get("/q/health/live"),
            RestAssured.given().get("/q/openapi"));

    assertThat(answers)
        .extracting(Response::statusCode)
        .containsExactly(200, 404, 403, 401, 404, 200, 200);
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().getValues("X-Content-Type-Options"))
                  .containsExactly("nosniff");
              assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
              assertThat(answer.headers().getValues("Referrer-Policy"))
                  .containsExactly("no-referrer");
              assertThat(answer.headers().getValues("Content-Security-Policy"))
                  .singleElement()
                  .asString()
                  .contains("frame-ancestors 'none'");
              assertThat(answer.headers().hasHeaderWithName("Server")).isFalse();
              assertThat(answer.headers().hasHeaderWithName("X-Powered-By")).isFalse();
              assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
            });
  }

  @Test
  void browsersStayWithTlsWhereItWasUsed() {
    assertThat(
            Api.as(Api.SERVICE_AGENT)
                .header("X-Forwarded-Proto", "https")
                .get(LIST)
                .header("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(Api.as(Api.SERVICE_AGENT).get(LIST).header("Strict-Transport-Security")).isNull();
  }

  @Test
  void scriptsOfOtherOriginsGetNoPermission() {
    Response answer =
        Api.as(Api.SERVICE_AGENT)
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "GET")
            .options(LIST);
    assertThat(answer.headers().asList())
        .noneMatch(
            header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control"));
    assertThat(
            Api.as(Api.SERVICE_AGENT)
                .header("Origin", "https://evil.example")
                .get(LIST)
                .header("Access-Control-Allow-Origin"))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND"})
  void otherMethodsAreNotServed(String method) {
    String answer =
        send(method + " /v1/customers HTTP/1.1\r\nX-Canary: echoed\r\n" + credentials());
    assertThat(status(answer)).isIn(400, 405, 501);
    assertThat(answer).doesNotContain("echoed");
  }

  @Test
  void aLongerRequestLineThanPublishedIsRefused() {
    assertThat(
            status(
                send("GET /v1/customers?q=" + "x".repeat(5_000) + " HTTP/1.1\r\n" + credentials())))
        .isEqualTo(414);
  }

  @Test
  void moreHeadersThanPublishedAreRefused() {
    StringBuilder headers = new StringBuilder("GET /v1/customers HTTP/1.1\r\n");
    for (int i = 0; i < 1_000; i++) {
      headers.append("X-Filler-").append(i).append(": ").append("y".repeat(20)).append("\r\n");
    }
    assertThat(status(send(headers + credentials()))).isEqualTo(431);
  }

  /** RFC 9112, section 6.3: a front that believes the one and a back the other see two requests. */
  @Test
  void aBodyWithTwoLengthsIsRefused() {
    String answer =
        send(
            "POST /v1/customers HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                + credentials()
                + "0\r\n\r\nGET /v1/me HTTP/1.1\r\n"
                + credentials());
    assertThat(status(answer)).isEqualTo(400);
    assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
  }

  @Test
  void aPackedBodyIsRefusedUnexpanded() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    Api.writing(Api.SERVICE_AGENT)
        .header("Content-Encoding", "gzip")
        .body(packed.toByteArray())
        .post(LIST)
        .then()
        .statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "with space in it",
        "semi;colon-12345",
        "quote\"12345678",
        "percent%0d%0a12"
      })
  void aRequestIdThatCouldForgeALogLineIsReplaced(String id) {
    String answered =
        Api.as(Api.SERVICE_AGENT).header("X-Request-Id", id).get(LIST).header("X-Request-Id");
    assertThat(answered).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void whatACallerWritesIsNotLogged() {
    try (CapturedLog log = CapturedLog.begin()) {
      String marker = "FORGED" + UUID.randomUUID();
      send(
          "GET /v1/customers/%0d%0a"
              + marker
              + "?x=%0d%0a"
              + marker
              + " HTTP/1.1\r\nUser-Agent: "
              + marker
              + "\r\nX-Request-Id: "
              + marker
              + "%0d%0a\r\n"
              + credentials());
      Api.writing(Api.SERVICE_AGENT).body("{\"" + marker + "\\r\\n\": 1}").post(LIST);
      assertThat(log.text()).doesNotContain(marker);
    }
  }

  @Test
  void theDatabaseEndsASelectThatTakesTooLong() throws SQLException {
    try (Connection connection = requests.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@session.max_execution_time")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(30_000);
    }
    try (Connection connection = analyses.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@session.max_execution_time")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(3_600_000);
    }
  }

  private static String credentials() {
    return "Host: localhost\r\nAuthorization: Bearer "
        + Tokens.of(Api.SERVICE_AGENT)
        + "\r\nPurpose-Of-Use: service\r\nContent-Type: application/json\r\n"
        + "Connection: close\r\n\r\n";
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  /** Byte for byte, since clients refuse to send most of this. */
  private static String send(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(SECONDS_20);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
