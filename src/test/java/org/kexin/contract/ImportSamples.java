package org.kexin.contract;

import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kexin.testing.Api;
import org.kexin.testing.Database;

/** Imports that are still on their way: files so large that something can happen meanwhile. */
final class ImportSamples {

  private static final int LINES = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OVERTAKE =
      "update import_run set upload = upload + 1 where name = ? and upload > 0";

  private ImportSamples() {}

  /** The id of an import that was cancelled, which can be said again. */
  static String cancelled() {
    return cancelledBy(Api.DATA_STEWARD);
  }

  /** As {@link #cancelled()}, started and cancelled by the caller with that role. */
  static String cancelledBy(String role) {
    String id =
        Api.writing(role)
            .config(ContractCall.AS_IS)
            .contentType("application/x-ndjson")
            .body(products().getBytes(StandardCharsets.UTF_8))
            .post("/v1/imports?kind=products")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Api.writing(role).post("/v1/imports/{id}/cancellations", id).then().statusCode(200);
    return id;
  }

  /**
   * The answer to an upload that another one with its key overtakes, as it does in the table. An
   * upload that was received before that could happen is made again, under another name.
   */
  static Response overtaken(ContractCall call) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Response answer;
    do {
      answer = raced(call);
    } while (answer.statusCode() != 409 && System.nanoTime() < deadline);
    return answer;
  }

  private static Response raced(ContractCall call) {
    String name = "overtaken-" + digits(12);
    ContractCall upload =
        call.asking("kind=products&name=" + name)
            .with(ContractCall.KEY, name)
            .sending(String.valueOf(call.mediaType()), products());
    try (Connection connection = Database.connection();
        PreparedStatement overtake = connection.prepareStatement(OVERTAKE)) {
      overtake.setString(1, name);
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(upload::send);
      while (!answer.isDone() && overtake.executeUpdate() == 0) {
        Thread.onSpinWait();
      }
      return answer.join();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String products() {
    String stem = "SWEEP-" + digits(8) + "-";
    return IntStream.range(0, LINES)
        .mapToObj(line -> "{\"code\":\"" + stem + line + "\",\"name\":\"Lantern\"}\n")
        .collect(Collectors.joining());
  }
}
