package org.kexin.sample;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kexin.sample.SampleApi.Done;
import org.kexin.sample.SampleApi.Known;
import org.kexin.sample.SampleApi.Outcome;
import org.kexin.sample.SampleApi.Refused;

/** Sends chains of calls, some at a time, tells how far it is, and notes what was refused. */
final class Dispatch {

  /** Calls under way at a time. */
  private static final int AT_A_TIME = 8;

  private final SampleApi api;
  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

  Dispatch(SampleApi api, PrintStream out, boolean terminal) {
    this.api = api;
    this.out = out;
    this.terminal = terminal;
  }

  SampleApi api() {
    return api;
  }

  /** How many calls were refused, by path and code; paths without ids. */
  Map<String, Integer> refusals() {
    return new TreeMap<>(refusals);
  }

  /** Notes that a call was refused. */
  void refused(String path, int status, String code) {
    String place = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
    refusals.merge(place + ": " + status + " " + code, 1, Integer::sum);
  }

  /** Sends all chains. */
  void send(String label, List<Chain> chains) {
    each(label, chains, this::send);
  }

  /** Sends one chain. */
  void send(Chain chain) {
    String made = "";
    for (SampleCall call : chain.calls()) {
      Outcome outcome = api.send(call, made);
      switch (outcome) {
        case Done done when done.made() -> made = done.answer().path("id").asText();
        case Done done -> {}
        case Known() -> {
          return;
        }
        case Refused refused -> {
          refused(call.path(), refused.status(), refused.code());
          return;
        }
      }
    }
  }

  /**
   * The id of what has that value in a list; made if it is not there.
   *
   * @param member as a JSON pointer
   */
  UUID ensure(String list, String member, String value, SampleCall call) {
    return UUID.fromString(
        api.find(call.role(), list, member, value)
            .orElseGet(() -> api.answer(call).path("id").asText()));
  }

  /** Does the work for all of them, some at a time, and tells how far it is. */
  <T> void each(String label, Collection<T> all, Consumer<T> work) {
    Progress progress = new Progress(out, terminal, label, all.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<?>> started =
          all.stream()
              .map(
                  one ->
                      workers.submit(
                          () -> {
                            work.accept(one);
                            progress.step();
                          }))
              .collect(Collectors.toList());
      for (Future<?> future : started) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while loading " + label + ".", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Loading " + label + " failed.", e.getCause());
    }
  }
}
