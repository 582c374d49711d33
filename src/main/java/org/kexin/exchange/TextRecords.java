package org.kexin.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into records: lines, or for CSV lines joined where a quoted field holds a line end.
 *
 * <p>Done here and not by the CSV reader, because a broken record must not end the file: each is
 * cut out first and parsed alone, and its text is at hand when it is refused. A byte order mark at
 * the beginning is passed over. Only one record is in memory; of a record beyond {@value
 * #MAX_CHARS} characters the rest is passed over.
 */
final class TextRecords implements Closeable {

  /** Characters of a record, at most. */
  static final int MAX_CHARS = 1 << 20;

  private static final int BUFFER_CHARS = 1 << 16;
  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private final boolean quotes;
  private final char[] buffer = new char[BUFFER_CHARS];
  private final StringBuilder record = new StringBuilder(256);
  private long length;
  private boolean begun;
  private int position;
  private int limit;
  private long line = 1;

  /**
   * @param quotes whether double quotes enclose fields in which a line end is content
   */
  TextRecords(Reader text, boolean quotes) {
    this.text = text;
    this.quotes = quotes;
  }

  /**
   * A record without its line end.
   *
   * @param line of the file on which it begins, from 1
   * @param terminated whether a line end follows; false only for the last
   * @param tooLong whether the text is only its beginning
   */
  record TextRecord(
      long line, String text, boolean terminated, boolean insideQuotes, boolean tooLong) {}

  /** The line of the file that is being read, from 1. */
  long line() {
    return line;
  }

  /** The next record that is not empty, null at the end. */
  @Nullable TextRecord next() throws IOException {
    while (true) {
      TextRecord next = nextLine();
      if (next == null || !next.text().isEmpty()) {
        return next;
      }
    }
  }

  private @Nullable TextRecord nextLine() throws IOException {
    record.setLength(0);
    long begin = line;
    length = 0;
    boolean quoted = false;
    boolean fieldBegins = true;
    int next;
    while ((next = read()) != END) {
      char c = (char) next;
      if ((c == '\n' || c == '\r') && !quoted) {
        endLine(c);
        return new TextRecord(begin, record.toString(), true, false, length > MAX_CHARS);
      }
      if (c == '\n') {
        line++;
      }
      append(c);
      if (quoted && c == '"' && peek() == '"') {
        append((char) read());
      } else if (quotes && c == '"' && (quoted || fieldBegins)) {
        quoted = !quoted;
      }
      fieldBegins = !quoted && c == ',';
    }
    return length == 0
        ? null
        : new TextRecord(begin, record.toString(), false, quoted, length > MAX_CHARS);
  }

  private void append(char c) {
    if (length < MAX_CHARS) {
      record.append(c);
    }
    length++;
  }

  private void endLine(char c) throws IOException {
    if (c == '\r' && peek() == '\n') {
      position++;
    }
    line++;
  }

  private int read() throws IOException {
    return fill() ? buffer[position++] : END;
  }

  private int peek() throws IOException {
    return fill() ? buffer[position] : END;
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(text.read(buffer, 0, BUFFER_CHARS), 0);
    if (!begun && limit > 0) {
      begun = true;
      position = buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
      return position < limit || fill();
    }
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
