package org.kexin.customer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Reads single customers in groups: the requests that ask at one moment share one round trip. The
 * commit of a group of access records lets as many answers go at once, so requests come in bursts;
 * a row read with fifteen others costs the database a sixth of one read alone.
 *
 * <p>A read begins after it was asked for, so it sees whatever was committed before.
 *
 * <p>Thread-safe. One thread reads; while it waits for the database the next group gathers. The
 * queue holds at most one entry for each request under way.
 */
@ApplicationScoped
class GroupReader {

  private static final int MAX_GROUP = 128;

  private final Customers customers;
  private final BlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
  private final Thread reader =
      Thread.ofPlatform().name("customer-reader").daemon().unstarted(this::read);
  private volatile boolean running;

  GroupReader(Customers customers) {
    this.customers = customers;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    reader.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    reader.interrupt();
  }

  /** The live customer with this id. Waits, as any read of a row does. */
  Optional<Customer> findLive(UUID id) {
    Wanted wanted = new Wanted(id, new CompletableFuture<>());
    queue.add(wanted);
    if (!running) {
      failAll(drained(Integer.MAX_VALUE), new IllegalStateException("The service stops."));
    }
    try {
      return wanted.found().join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("The customer could not be read.", failed.getCause());
    }
  }

  private void read() {
    try {
      while (running) {
        Wanted first = queue.take();
        List<Wanted> group = drained(MAX_GROUP - 1);
        group.add(first);
        answer(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running = false;
      failAll(drained(Integer.MAX_VALUE), new IllegalStateException("The service stops."));
    }
  }

  private List<Wanted> drained(int atMost) {
    List<Wanted> some = new ArrayList<>();
    queue.drainTo(some, atMost);
    return some;
  }

  private void answer(List<Wanted> group) {
    Set<UUID> ids = new HashSet<>();
    group.forEach(wanted -> ids.add(wanted.id()));
    try {
      Map<UUID, Customer> live = customers.findLive(ids);
      group.forEach(wanted -> wanted.found().complete(Optional.ofNullable(live.get(wanted.id()))));
    } catch (Throwable failure) {
      // Errors, too: without this thread nobody would be read any more, and all would wait for
      // ever.
      failAll(group, failure);
    }
  }

  private static void failAll(List<Wanted> group, Throwable failure) {
    group.forEach(wanted -> wanted.found().completeExceptionally(failure));
  }

  private record Wanted(UUID id, CompletableFuture<Optional<Customer>> found) {}
}
