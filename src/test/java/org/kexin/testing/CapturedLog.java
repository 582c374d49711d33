package org.kexin.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that the service logs while this is open, with messages of exceptions. */
public final class CapturedLog extends Handler implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final Formatter formatter = new SimpleFormatter();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private CapturedLog() {}

  /** Begins to listen. */
  public static CapturedLog begin() {
    CapturedLog log = new CapturedLog();
    log.root.addHandler(log);
    return log;
  }

  /** What was logged so far. */
  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord line) {
    StringWriter text = new StringWriter();
    text.append(line.getLoggerName()).append(' ').append(formatter.formatMessage(line));
    if (line.getThrown() != null) {
      line.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    lines.add(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
