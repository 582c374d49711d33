package org.kexin.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The expanded bytes of a file, counted and capped while they are read. */
final class ExpandedStream extends FilterInputStream {

  private final long maxBytes;
  private long count;

  ExpandedStream(InputStream expanding, long maxBytes) {
    super(expanding);
    this.maxBytes = maxBytes;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) {
    count += bytes;
    if (count > maxBytes) {
      throw new UnusableFileException(
          FileProblem.tooLarge(
              "The file expands beyond " + maxBytes + " bytes; send it in parts."));
    }
  }
}
