package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kexin.shared.ProblemCode;

/** The table of problems in the documentation is the registry. */
class ProblemTableTest {

  private static final Path TABLE = Path.of("docs", "problems.md");

  private static final String HEAD =
      """
      # Problems

      What `code` in an `application/problem+json` answer can say. Codes are stable and made for programs; titles are in English or,
      by `Accept-Language`, in Chinese; `detail` says what to do. This table is made from `org.kexin.shared.ProblemCode` by
      `./mvnw -B test -Dtest=ProblemTableTest -Dkexin.contract.update`.

      | status | code | title | 标题 |
      |---|---|---|---|
      """;

  @Test
  void theTableListsEveryProblem() throws IOException {
    String table =
        HEAD
            + Arrays.stream(ProblemCode.values())
                .sorted(Comparator.comparingInt(ProblemCode::status))
                .map(ProblemTableTest::row)
                .collect(Collectors.joining());
    if (System.getProperty("kexin.contract.update") != null) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).content().isEqualTo(table);
  }

  private static String row(ProblemCode code) {
    return "| %d | `%s` | %s | %s |%n"
        .formatted(
            code.status(),
            code.code(),
            code.title(Locale.ENGLISH),
            code.title(Locale.SIMPLIFIED_CHINESE));
  }
}
