package org.kexin.shared.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Failures as they may be logged: types and places, never messages. A driver's message can quote
 * the row that it choked on.
 */
public final class Failures {

  private static final int FRAMES = 12;

  private Failures() {}

  /** The chain of causes with the first frames of each, without messages. */
  public static String withoutMessages(Throwable failure) {
    Deque<String> lines = new ArrayDeque<>();
    @Nullable Throwable current = failure;
    while (current != null && lines.size() < 60) {
      lines.add(current.getClass().getName());
      StackTraceElement[] frames = current.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("    at " + Objects.toString(frames[i]));
      }
      current = current.getCause() == current ? null : current.getCause();
    }
    return String.join(System.lineSeparator(), lines);
  }
}
