package org.kexin.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Bytes of unannounced length, counted while they are read, that end in a refusal when too many.
 */
public final class CappedInputStream extends FilterInputStream {

  private final long maxBytes;
  private final Supplier<? extends RuntimeException> refusal;
  private long count;

  /**
   * @param refusal thrown by the read that goes beyond {@code maxBytes}
   */
  public CappedInputStream(
      InputStream bytes, long maxBytes, Supplier<? extends RuntimeException> refusal) {
    super(bytes);
    this.maxBytes = maxBytes;
    this.refusal = refusal;
  }

  /** Bytes read so far. */
  public long count() {
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
      throw refusal.get();
    }
  }
}
