package org.kexin.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Public data sets that lie beside the project, because their licences do not let them be copied
 * into it. A test that asks for one is skipped where the folder is absent.
 */
public final class ExampleFiles {

  private static final Path BESIDE = Path.of("../shared/data");

  private ExampleFiles() {}

  /**
   * The content of a file, unzipped.
   *
   * @param name with its folder, such as {@code baskets/chess.dat}
   */
  public static InputStream open(String name) {
    Path file = BESIDE.resolve(name);
    if (!Files.exists(file)) {
      return abort("example data not found: ../shared/data/" + name);
    }
    try {
      InputStream content = Files.newInputStream(file);
      return name.endsWith(".gz") ? new GZIPInputStream(content) : content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
