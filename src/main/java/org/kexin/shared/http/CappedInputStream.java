package org.kexin.shared.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of unannounced length that ends in a refusal once it is longer than allowed. */
final class CappedInputStream extends FilterInputStream {

  private final long limit;
  private long seen;

  CappedInputStream(InputStream body, long limit) {
    super(body);
    this.limit = limit;
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
    seen += bytes;
    if (seen > limit) {
      throw RequestFilter.tooLarge(limit);
    }
  }
}
