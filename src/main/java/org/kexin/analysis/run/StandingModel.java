package org.kexin.analysis.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model made of the latest result of a standing analysis, and made anew only when there is
 * another one. Thread-safe: a race costs no more than reading the result twice.
 *
 * @param <M> the model
 */
public final class StandingModel<M> {

  private final StandingRuns runs;
  private final String analysis;
  private final Function<String, M> reader;
  private final AtomicReference<@Nullable Held<M>> held = new AtomicReference<>();

  private StandingModel(StandingRuns runs, String analysis, Function<String, M> reader) {
    this.runs = runs;
    this.analysis = analysis;
    this.reader = reader;
  }

  private record Held<M>(UUID run, M model) {}

  /** The answer itself as the model. */
  public static <A> StandingModel<A> of(
      StandingRuns runs, ObjectMapper mapper, String analysis, Class<A> answer) {
    return of(runs, mapper, analysis, answer, Function.identity());
  }

  /** A model that is made of the answer. */
  public static <A, M> StandingModel<M> of(
      StandingRuns runs,
      ObjectMapper mapper,
      String analysis,
      Class<A> answer,
      Function<A, M> making) {
    return new StandingModel<>(runs, analysis, json -> making.apply(read(mapper, json, answer)));
  }

  /**
   * The latest model; empty until the analysis has run.
   *
   * @throws IllegalStateException if the stored result cannot be read by this version
   */
  public Optional<M> latest() {
    return runs.latest(analysis).flatMap(this::model);
  }

  /** A result is read only when it is another one. */
  private Optional<M> model(UUID run) {
    Held<M> known = held.get();
    if (known != null && known.run().equals(run)) {
      return Optional.of(known.model());
    }
    Optional<Held<M>> read = runs.result(run).map(json -> new Held<>(run, reader.apply(json)));
    read.ifPresent(held::set);
    return read.map(Held::model);
  }

  private static <A> A read(ObjectMapper mapper, String json, Class<A> answer) {
    try {
      return mapper.readValue(json, answer);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A standing result cannot be read.", unreadable);
    }
  }
}
