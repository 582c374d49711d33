import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What callers were told, a line for each request: operation, about what, by or for whom, status,
 * code of the problem, id of what was made, key, attempts, answers lost, and 1 where the effect was
 * made by an attempt whose answer was lost. The last line is {@code END}: without it the log is not
 * whole. Safe for use by many threads.
 */
final class Told {

  private final BufferedWriter log;

  Told(String path) throws IOException {
    log = Files.newBufferedWriter(Path.of(path));
  }

  /**
   * Writes an answer down.
   *
   * @param refusals codes of the problems that may come; with any other the program ends at once
   */
  void note(
      String operation, String about, String whom, Caller.Answer answer, Set<String> refusals) {
    String line =
        "%s\t%s\t%s\t%d\t%s\t%s\t%s\t%d\t%d\t%d%n"
            .formatted(
                operation,
                about,
                whom,
                answer.status(),
                answer.code(),
                answer.id(),
                answer.key(),
                answer.attempts(),
                answer.lost(),
                answer.replayed() ? 1 : 0);
    synchronized (log) {
      try {
        log.write(line);
        log.flush();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    if (answer.status() >= 300 && !refusals.contains(answer.code())) {
      throw new IllegalStateException("An answer that must not come: " + line);
    }
  }

  /**
   * Has so many workers work, each in a thread of its own, until all have come to their end, and
   * ends the log. Whatever goes wrong in any thread ends the program, so that the bench fails.
   *
   * @param work of the worker with that number, from 0 on
   * @param stop called when the program is asked to end (SIGTERM); then the workers must do so
   */
  void whileWorking(int workers, IntConsumer work, Runnable stop) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int number = worker;
      threads.add(Thread.ofPlatform().start(() -> work.accept(number)));
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  endAfter(threads);
                }));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void endAfter(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      synchronized (log) {
        log.write("END\n");
        log.close();
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
