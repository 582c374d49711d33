package org.kexin.contract;

import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kexin.testing.Api;
import org.kexin.testing.Database;

/** Imports that are still on their way: files so large that something can happen meanwhile. */
final class ImportSamples {

  private static final int LINES = 50_000;
  private static final String OVERTAKE =
      "update import_run set upload = upload + 1 where name = ? and upload > 0";

  private ImportSamples() {}

  /** The id of an import that was cancelled, which can be said again. */
  static String cancelled() {
    String id =
        Api.writing(Api.DATA_STEWARD)
            .config(ContractCall.AS_IS)
            .contentType("application/x-ndjson")
            .body(products().getBytes(StandardCharsets.UTF_8))
            .post("/v1/imports?kind=products")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Api.writing(Api.DATA_STEWARD).post("/v1/imports/{id}/cancellations", id).then().statusCode(200);
    return id;
  }

  /** The answer to an upload that another one with its key overtakes, as it does in the table. */
  static Response overtaken(ContractCall call) {
    String name = "overtaken-" + digits(12);
    ContractCall upload =
        call.asking("kind=products&name=" + name)
            .sending(String.valueOf(call.mediaType()), products());
    CompletableFuture<Response> answer = CompletableFuture.supplyAsync(upload::send);
    while (!answer.isDone() && !overtake(name)) {
      Thread.onSpinWait();
    }
    return answer.join();
  }

  private static boolean overtake(String name) {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(OVERTAKE)) {
      update.setString(1, name);
      return update.executeUpdate() == 1;
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
