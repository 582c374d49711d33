package org.kexin.analysis.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kexin.survey.OpinionReader.Given;

/** What may be told of answers, whenever somebody asks. */
class AnswerBlocksTest {

  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  @Test
  void daysMakeABlockOnceEnoughAnsweredAndTheRestWaits() {
    Blocks blocks = blocks(List.of(2, 1, 4, 2), 3);

    assertThat(blocks.told).hasSize(2);
    assertThat(blocks.told.getFirst().first()).isEqualTo(START);
    assertThat(blocks.told.getFirst().last()).isEqualTo(START.plusDays(1));
    assertThat(blocks.told.get(1).answers()).hasSize(4);
    assertThat(blocks.waiting).isEqualTo(2);
  }

  @Test
  void whoLeftTheQuestionBlankHidesNobody() {
    List<AnswerBlocks.Block> told = new ArrayList<>();
    AnswerBlocks blocks = new AnswerBlocks(2, told::add);
    blocks.add(new Given(START, new UUID(0, 1), 9));
    blocks.add(new Given(START, new UUID(0, 2), null));

    assertThat(blocks.finish()).isEqualTo(2);
    assertThat(told).isEmpty();
  }

  @Test
  void twoAnswersOfOnePersonAreOnePerson() {
    List<AnswerBlocks.Block> told = new ArrayList<>();
    AnswerBlocks blocks = new AnswerBlocks(2, told::add);
    blocks.add(new Given(START, new UUID(0, 1), 4));
    blocks.add(new Given(START, new UUID(0, 1), 5));

    assertThat(blocks.finish()).isEqualTo(2);
    assertThat(told).isEmpty();
  }

  /** Whoever asks on two days learns of whole blocks in between, or of nothing. */
  @Property(tries = 200)
  void whatWasToldStaysAndMoreComesInBlocks(
      @ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> perDay,
      @ForAll @IntRange(min = 1, max = 8) int k) {
    List<AnswerBlocks.Block> before = List.of();
    for (int days = 0; days <= perDay.size(); days++) {
      List<AnswerBlocks.Block> told = blocks(perDay.subList(0, days), k).told;
      assertThat(told.subList(0, before.size())).isEqualTo(before);
      assertThat(told)
          .allSatisfy(block -> assertThat(block.answers()).hasSizeGreaterThanOrEqualTo(k));
      before = told;
    }
  }

  private record Blocks(List<AnswerBlocks.Block> told, long waiting) {}

  /** Each day so many persons with one answer each. */
  private static Blocks blocks(List<Integer> perDay, int k) {
    List<AnswerBlocks.Block> told = new ArrayList<>();
    AnswerBlocks blocks = new AnswerBlocks(k, told::add);
    int person = 0;
    for (int day = 0; day < perDay.size(); day++) {
      for (int i = 0; i < perDay.get(day); i++) {
        blocks.add(new Given(START.plusDays(day), new UUID(0, ++person), i));
      }
    }
    return new Blocks(told, blocks.finish());
  }
}
