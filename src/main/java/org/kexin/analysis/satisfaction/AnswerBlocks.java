package org.kexin.analysis.satisfaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.survey.OpinionReader;

/**
 * Puts the days of one version of a survey together to blocks, each with the answers of at least k
 * persons, who answer a survey once. Days are over and never change, so neither does a block; what
 * comes behind the last whole block waits. Whatever whole blocks are summed up and subtracted, the
 * rest is whole blocks. The blocks are made of those that the results of the survey are made of, so
 * that these tell no more. Not thread-safe.
 */
final class AnswerBlocks {

  private final int k;
  private final Consumer<Block> sink;
  private List<@Nullable Integer> open = new ArrayList<>();
  private @Nullable LocalDate first;
  private @Nullable LocalDate day;
  private @Nullable UUID response;
  private @Nullable UUID answering;
  private long responses;
  private long answerers;

  /**
   * @param k persons of each block at least, 1 or more
   */
  AnswerBlocks(int k, Consumer<Block> sink) {
    this.k = k;
    this.sink = sink;
  }

  /**
   * Some answers of whole days.
   *
   * @param answers null for a question left blank
   */
  record Block(LocalDate first, LocalDate last, List<@Nullable Integer> answers) {}

  /** An answer; those of a day and of a response come one after the other. */
  void add(OpinionReader.Given given) {
    if (!given.day().equals(day)) {
      endDay();
      day = given.day();
    }
    if (first == null) {
      first = given.day();
    }
    if (!given.responseId().equals(response)) {
      response = given.responseId();
      responses++;
    }
    if (given.score() != null && !given.responseId().equals(answering)) {
      answering = given.responseId();
      answerers++;
    }
    open.add(given.score());
  }

  /**
   * There are no more.
   *
   * @return answers behind the last whole block
   */
  long finish() {
    endDay();
    return open.size();
  }

  private void endDay() {
    if (responses < k) {
      return;
    }
    responses = 0;
    if (answerers >= k && first != null && day != null) {
      sink.accept(new Block(first, day, open));
      open = new ArrayList<>();
      answerers = 0;
      first = null;
    }
  }
}
