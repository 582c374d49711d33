package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about source files that class files cannot show. */
class SourceFilesTest {

  private static final int MAX_LINES = 350;

  /** A list, a line for each type, which a test checks and nobody keeps in mind. */
  private static final String LIST = "NativeRegistrations.java";

  private static final List<Path> ROOTS =
      List.of(Path.of("src", "main", "java"), Path.of("src", "test", "java"));

  @Test
  void noFileIsLongerThanOneCanKeepInMind() throws IOException {
    for (Path root : ROOTS) {
      assertThat(javaFiles(root)).as("files under %s", root).isNotEmpty();
      assertThat(tooLong(root)).as("split these classes").isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLongIsReported(@TempDir Path root) throws IOException {
    Path longFile = root.resolve("Long.java");
    Files.write(longFile, Collections.nCopies(MAX_LINES + 1, "//"));
    Files.write(root.resolve("Short.java"), Collections.nCopies(MAX_LINES, "//"));

    assertThat(tooLong(root)).containsExactly(longFile);
  }

  private static List<Path> tooLong(Path root) throws IOException {
    List<Path> found = new java.util.ArrayList<>();
    for (Path file : javaFiles(root)) {
      try (Stream<String> lines = Files.lines(file)) {
        if (lines.count() > MAX_LINES) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith(LIST))
          .toList();
    }
  }
}
