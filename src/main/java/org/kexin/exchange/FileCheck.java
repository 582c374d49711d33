package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.kexin.shared.CappedInputStream;

/**
 * Reads a received file once from end to end before any of its rows is used: what makes a file as a
 * whole unusable is then found while nothing has changed.
 */
@ApplicationScoped
class FileCheck {

  /** Small files may expand as they like: a short file of equal rows is no attack. */
  private static final long FREE_BYTES = 64L << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final ImportChunks chunks;
  private final ImportConfig config;

  FileCheck(ImportChunks chunks, ImportConfig config) {
    this.chunks = chunks;
    this.config = config;
  }

  /**
   * A file that can be used.
   *
   * @param lines records, the header not counted
   * @param bytes size of the expanded file
   */
  record Sound(long lines, long bytes) {}

  /**
   * @param sentBytes size of the file as it was sent
   * @throws UnusableFileException if it is not gzip, not UTF-8, cut, or expands too much, or its
   *     header is wrong
   */
  Sound check(ImportRun run, ImportKind kind, long sentBytes) {
    long maxBytes =
        Math.min(
            config.maxExpandedBytes(), Math.max(FREE_BYTES, sentBytes * config.maxExpansion()));
    try (CappedInputStream bytes = open(run, maxBytes);
        RowReader rows = new RowReader(bytes, run.format(), kind.columns())) {
      while (rows.skip()) {
        // All of it is read.
      }
      return new Sound(rows.number(), bytes.count());
    } catch (IOException e) {
      throw new IllegalStateException("A stored file cannot be closed.", e);
    }
  }

  /** The expanded file; its reading ends with an {@link UnusableFileException} at the cap. */
  CappedInputStream open(ImportRun run, long maxBytes) {
    InputStream packed = chunks.reader(run);
    try {
      return new CappedInputStream(
          new GZIPInputStream(packed, BUFFER_BYTES),
          maxBytes,
          () ->
              new UnusableFileException(
                  FileProblem.tooLarge(
                      "The file expands beyond " + maxBytes + " bytes; send it in parts.")));
    } catch (ZipException | EOFException damaged) {
      throw new UnusableFileException(FileProblem.brokenGzip());
    } catch (IOException e) {
      throw new IllegalStateException("A stored file cannot be read.", e);
    }
  }
}
