package org.kexin.sample;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Says how far a stretch of work is: on a terminal one line that is drawn again and again,
 * elsewhere a line for every tenth. Thread-safe.
 */
final class Progress {

  private static final int BAR = 20;
  private static final int TENTHS = 10;
  private static final int HUNDRED = 100;

  private final PrintStream out;
  private final boolean terminal;
  private final String label;
  private final int total;
  private final long began = System.nanoTime();
  private int done;
  private int shown = -1;

  Progress(PrintStream out, boolean terminal, String label, int total) {
    this.out = out;
    this.terminal = terminal;
    this.label = label;
    this.total = total;
  }

  /** One more is done. */
  synchronized void step() {
    done++;
    int percent = done * HUNDRED / total;
    int step = terminal ? percent : percent / TENTHS;
    if (step > shown) {
      shown = step;
      String bar = "#".repeat(percent * BAR / HUNDRED);
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      String text =
          String.format("[%-20s] %3d %%  %d %s, %d s", bar, percent, done, label, seconds);
      out.print(terminal ? '\r' + text + (done == total ? "\n" : "") : text + '\n');
      out.flush();
    }
  }
}
