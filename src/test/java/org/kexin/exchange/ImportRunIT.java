package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.exchange.ImportCalls.CSV;
import static org.kexin.exchange.ImportCalls.aKey;
import static org.kexin.exchange.ImportCalls.ended;
import static org.kexin.exchange.ImportCalls.events;
import static org.kexin.exchange.ImportCalls.idOf;
import static org.kexin.exchange.ImportCalls.imported;
import static org.kexin.exchange.ImportCalls.send;
import static org.kexin.exchange.ImportFiles.people;
import static org.kexin.testing.Api.ADMIN;
import static org.kexin.testing.Api.DATA_STEWARD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.CapturedLog;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Tokens;

/** Import runs: repeated, cut, taken over, cancelled, followed. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ImportRunIT {

  private static final String CUSTOMERS = "customers";

  @Test
  void theSameFileUnderTheSameKeyIsTheSameRun() {
    String key = aKey();
    byte[] file = people(3).getBytes(StandardCharsets.UTF_8);
    String id = idOf(send(CUSTOMERS, CSV, key, file).statusCode(202));
    assertThat(ended(id).path("accepted").asInt()).isEqualTo(3);

    ValidatableResponse again = send(CUSTOMERS, CSV, key, file).statusCode(200);

    assertThat(idOf(again)).isEqualTo(id);
    again.body("accepted", equalTo(3)).body("unchanged", equalTo(0));
  }

  @Test
  void anotherFileUnderTheSameKeyIsRefused() {
    String key = aKey();
    send(CUSTOMERS, CSV, key, people(1).getBytes(StandardCharsets.UTF_8)).statusCode(202);

    send(CUSTOMERS, CSV, key, people(1).getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void theSameFileUnderAnotherKeyChangesNothing() {
    String file = people(3);
    imported(CUSTOMERS, CSV, file);

    JsonNode second = imported(CUSTOMERS, CSV, file);

    assertThat(second.path("unchanged").asInt()).isEqualTo(3);
    assertThat(second.path("accepted").asInt()).isZero();
  }

  @Test
  void theEventsEndWithTheRunAndAddUp() {
    List<JsonNode> events = events(idOf(send(CUSTOMERS, CSV, people(5)).statusCode(202)));

    JsonNode last = events.getLast();
    assertThat(last.path("state").asText()).isEqualTo("COMPLETED");
    assertThat(last.path("linesRead").asInt()).isEqualTo(5);
    assertThat(last.path("linesTotal").asInt()).isEqualTo(5);
    assertThat(last.path("bytesDone").asLong()).isEqualTo(last.path("bytesTotal").asLong());
  }

  @Test
  void aRunWhoseWorkerDiedGoesOnBehindItsLastBatch() throws SQLException {
    String id = imported(CUSTOMERS, CSV, people(5)).path("id").asText();

    update(
        "update import_run set state = 'RUNNING', lines_read = 2, accepted = 2, ended_at = null,"
            + " lease_owner = 'dead', lease_until = utc_timestamp(6) where id = ?",
        id);

    JsonNode run = ended(id);
    assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
    assertThat(run.path("linesRead").asInt()).isEqualTo(5);
    assertThat(run.path("accepted").asInt()).isEqualTo(2);
    assertThat(run.path("unchanged").asInt()).isEqualTo(3);
  }

  @Test
  void aRunThatHasNotEndedCanBeCancelled() throws SQLException {
    String id = imported(CUSTOMERS, CSV, people(1)).path("id").asText();
    cancel(id).statusCode(409).body("code", equalTo("not-ready"));

    update(
        "update import_run set state = 'RUNNING', lease_owner = 'busy',"
            + " lease_until = utc_timestamp(6) + interval 1 hour where id = ?",
        id);

    cancel(id).statusCode(200).body("id", equalTo(id));
    assertThat(events(id).getLast().path("state").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void anUploadThatWasCutIsTakenUpByTheNextUnderItsKey() throws IOException, SQLException {
    String key = aKey();
    byte[] file = people(50).getBytes(StandardCharsets.UTF_8);
    sendHalf(key, file);

    ValidatableResponse taken = sentWhenFree(key, file);

    assertThat(taken.extract().statusCode()).as(taken.extract().asString()).isEqualTo(202);
    String id = idOf(taken);
    assertThat(ended(id).path("accepted").asInt()).isEqualTo(50);
    assertThat(
            Database.rows(
                "select distinct upload from import_chunk where import_id = ?", Database.bytes(id)))
        .hasSize(1);
  }

  @Test
  void aCallerWhoHangsUpIsNoFailureOfTheService() throws IOException {
    try (CapturedLog log = CapturedLog.begin()) {
      sendHalf(aKey(), people(50).getBytes(StandardCharsets.UTF_8));

      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!log.text().contains("The caller hung up")) {
        assertThat(System.nanoTime()).as(log.text()).isLessThan(deadline);
      }
      assertThat(log.text()).doesNotContain("Request failed");
    }
  }

  @Test
  void ofUploadsAtOnceUnderOneKeyOneMakesTheRunAndNoneIsToldThatItsFileIsBroken()
      throws InterruptedException, ExecutionException {
    byte[] file = people(2).getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20; round++) {
      String key = aKey();
      List<Callable<Integer>> uploads =
          Collections.nCopies(8, () -> send(CUSTOMERS, CSV, key, file).extract().statusCode());
      try (ExecutorService senders = Executors.newFixedThreadPool(uploads.size())) {
        for (Future<Integer> status : senders.invokeAll(uploads)) {
          assertThat(status.get()).isIn(200, 202, 409);
        }
      }
      // The first that came through made the run; if none did, this one does.
      assertThat(sentWhenFree(key, file).extract().statusCode()).isIn(200, 202);
    }
  }

  @Test
  void importsAreListedNewestFirst() {
    imported(CUSTOMERS, CSV, people(1));
    String newest = imported(CUSTOMERS, CSV, people(1)).path("id").asText();

    String next =
        Api.as(ADMIN)
            .get("/v1/imports?pageSize=1")
            .then()
            .statusCode(200)
            .body("items[0].id", equalTo(newest))
            .extract()
            .path("nextPageToken");
    Api.as(ADMIN)
        .get("/v1/imports?pageSize=1&pageToken={token}", next)
        .then()
        .statusCode(200)
        .body("items[0].kind", equalTo(CUSTOMERS));
    Api.as(ADMIN).get("/v1/imports/{id}", People.anId()).then().statusCode(404);
  }

  private static ValidatableResponse cancel(String id) {
    return Api.writing(DATA_STEWARD).post("/v1/imports/{id}/cancellations", id).then();
  }

  /**
   * Until the service notices that the first sender hung up, it answers 409: ask again, as told.
   */
  private static ValidatableResponse sentWhenFree(String key, byte[] file) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    ValidatableResponse answer = send(CUSTOMERS, CSV, key, file);
    while (answer.extract().statusCode() == 409 && System.nanoTime() < deadline) {
      answer = send(CUSTOMERS, CSV, key, file);
    }
    return answer;
  }

  /** Announces a whole file, sends half of it and hangs up. */
  private static void sendHalf(String key, byte[] file) throws IOException {
    String head =
        "POST /v1/imports?kind=customers HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
            + "Authorization: Bearer "
            + Tokens.of(DATA_STEWARD)
            + "\r\nIdempotency-Key: "
            + key
            + "\r\nContent-Length: "
            + file.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(file, 0, file.length / 2);
      socket.getOutputStream().flush();
    }
  }

  private static void update(String sql, String id) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
