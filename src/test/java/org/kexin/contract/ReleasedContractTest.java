package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** No change of the contract may break a client that was generated from a released one. */
class ReleasedContractTest {

  private static final Path CONTRACT = Path.of("openapi", "kexin.yaml");
  private static final Path RELEASED = Path.of("openapi", "released");
  private static final Path SAMPLES = Path.of("src", "test", "resources", "contract");

  @Test
  void theContractKeepsWhatWasReleased() throws IOException {
    for (Path released : released()) {
      assertThat(breaking(released, CONTRACT)).as(released.toString()).isEmpty();
    }
  }

  @Test
  void anAdditionIsNoBreak() {
    assertThat(breaking(SAMPLES.resolve("released.yaml"), SAMPLES.resolve("added.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "removed-operation.yaml",
        "removed-member.yaml",
        "new-required-member.yaml",
        "new-required-parameter.yaml",
        "other-type.yaml"
      })
  void aBreakIsFound(String changed) {
    assertThat(breaking(SAMPLES.resolve("released.yaml"), SAMPLES.resolve(changed))).isNotEmpty();
  }

  private static List<Path> released() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** What breaks, in words; empty if nothing does. */
  private static String breaking(Path before, Path after) {
    ChangedOpenApi changes =
        OpenApiCompare.fromLocations(before.toUri().toString(), after.toUri().toString());
    if (changes.isCompatible()) {
      return "";
    }
    java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
    new MarkdownRender()
        .render(
            changes, new java.io.OutputStreamWriter(text, java.nio.charset.StandardCharsets.UTF_8));
    return text.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
