package org.kexin.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things at the same moment. */
public final class Together {

  private Together() {}

  /** The results of {@code things}, all begun when each stands ready. */
  public static <T> List<T> run(List<Callable<T>> things)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(things.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> thing : things) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return thing.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}
