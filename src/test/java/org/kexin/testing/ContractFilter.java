package org.kexin.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds every answer that a test gets through RestAssured against the contract, and notes which
 * status of which operation was seen. Installed by itself before each class of Quarkus tests.
 */
public final class ContractFilter implements Filter, QuarkusTestBeforeClassCallback {

  /** Where what was seen is noted, one {@code operationId status} a line. */
  public static final Path SEEN = Path.of("target", "contract-coverage", "seen.txt");

  private static final Contract CONTRACT = new Contract();
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The protocol's own refusals, the same for every operation of every service; and 500, a defect,
   * which no contract promises: a test that gets one either asserts another status or provoked it.
   */
  private static final Set<Integer> NOT_DOCUMENTED = Set.of(405, 406, 500);

  @Override
  public void beforeClass(Class<?> testClass) {
    forgetEarlierRuns();
    RestAssured.replaceFiltersWith(this);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    CONTRACT
        .operation(request.getMethod(), URI.create(request.getURI()).getPath())
        .filter(operation -> !NOT_DOCUMENTED.contains(response.statusCode()))
        .ifPresent(operation -> check(operation, response));
    return response;
  }

  private static void check(Contract.Operation operation, Response response) {
    List<String> problems = problems(operation, response);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s answered %d, which is not what openapi/kexin.yaml says:%n  %s"
              .formatted(operation, response.statusCode(), String.join("\n  ", problems)));
    }
    note(operation.id() + " " + response.statusCode() + "\n");
  }

  private static List<String> problems(Contract.Operation operation, Response response) {
    int status = response.statusCode();
    JsonNode documented = CONTRACT.answer(operation, status);
    if (documented.isMissingNode()) {
      return List.of("the status is not documented: " + response.asString());
    }
    List<String> problems = new ArrayList<>();
    documented
        .path("headers")
        .properties()
        .forEach(
            header -> {
              boolean required = header.getValue().path("required").asBoolean();
              if (required && response.header(header.getKey()) == null) {
                problems.add("the header " + header.getKey() + " is missing");
              }
            });
    JsonNode content = documented.path("content");
    String type = response.contentType() == null ? "" : response.contentType();
    String mediaType = type.replaceFirst(";.*", "").strip();
    if (content.isMissingNode() || content.isEmpty()) {
      if (response.asByteArray().length > 0) {
        problems.add("there is a body of " + mediaType);
      }
    } else if (!content.has(mediaType)) {
      problems.add("the media type is not documented: " + mediaType);
    } else if (mediaType.endsWith("json") && !mediaType.contains("ndjson")) {
      problems.addAll(
          CONTRACT.violations(
              operation.id() + status, content.path(mediaType).path("schema"), json(response)));
    }
    return problems;
  }

  private static JsonNode json(Response response) {
    try {
      return JSON.readTree(response.asByteArray());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + response.asString(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void note(String line) {
    try {
      Files.writeString(SEEN, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Once in a JVM, although Quarkus loads this class anew for every configuration. */
  private static void forgetEarlierRuns() {
    String done = ContractFilter.class.getName() + ".begun";
    if (System.setProperty(done, "true") != null) {
      return;
    }
    try {
      Files.createDirectories(SEEN.getParent());
      Files.deleteIfExists(SEEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
