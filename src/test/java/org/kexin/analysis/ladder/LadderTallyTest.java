package org.kexin.analysis.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kexin.lifecycle.LifeCycleStage.FIRST_PURCHASE;
import static org.kexin.lifecycle.LifeCycleStage.PROSPECT;
import static org.kexin.lifecycle.LifeCycleStage.REPEAT;
import static org.kexin.lifecycle.LifeCycleStage.TARGET;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.lifecycle.LifeCycleStage;
import org.kexin.lifecycle.LifeCycleStory;
import org.kexin.shared.ProblemException;

class LadderTallyTest {

  private static final MoveWindow MARCH =
      new MoveWindow(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31));

  @Test
  void whoMovedAfterTheMomentStandsWhereTheyStoodBefore() {
    LadderTally tally = tally("2024-03-15T00:00:00Z");
    tally.add(
        story(
            REPEAT,
            move("2024-03-01T09:00:00Z", TARGET, FIRST_PURCHASE),
            move("2024-03-20T09:00:00Z", FIRST_PURCHASE, REPEAT)));

    assertThat(tally.on(FIRST_PURCHASE)).isEqualTo(1);
    assertThat(tally.on(REPEAT)).isZero();
    assertThat(tally.steps()).containsOnlyKeys(new LadderTally.Step(TARGET, FIRST_PURCHASE));
    assertThat(tally.newest()).isEqualTo("2024-03-01T09:00:00Z");
  }

  @Test
  void whoWasFirstHeardOfAfterTheMomentIsNotCounted() {
    LadderTally tally = tally("2024-03-15T00:00:00Z");
    tally.add(story(TARGET, move("2024-03-16T09:00:00Z", PROSPECT, TARGET)));
    tally.add(
        new LifeCycleStory(
            new UUID(0, 2), PROSPECT, Instant.parse("2024-03-16T09:00:00Z"), List.of()));

    assertThat(tally.customers()).isZero();
    assertThat(tally.newest()).isNull();
  }

  @Test
  void aCustomerWhoMovesTwiceTheSameWayIsOneCustomer() {
    LadderTally tally = tally("2025-01-01T00:00:00Z");
    tally.add(
        story(
            TARGET,
            move("2024-02-29T23:59:59Z", PROSPECT, TARGET),
            move("2024-03-02T09:00:00Z", TARGET, PROSPECT),
            move("2024-03-03T09:00:00Z", PROSPECT, TARGET),
            move("2024-03-04T09:00:00Z", TARGET, PROSPECT),
            move("2024-03-05T09:00:00Z", PROSPECT, TARGET)));

    LadderTally.Count count =
        Objects.requireNonNull(tally.steps().get(new LadderTally.Step(PROSPECT, TARGET)));
    assertThat(count.moves()).isEqualTo(2);
    assertThat(count.customers()).isEqualTo(1);
    assertThat(tally.on(TARGET)).isEqualTo(1);
  }

  @Test
  void whoSeesGroupsOnlyAsksForOneMonthThatIsOver() {
    LocalDate day = LocalDate.of(2024, 4, 1);

    assertThat(MoveWindow.ofMonth(new LadderParameters(null, null), day)).isEqualTo(MARCH);
    assertThat(
            MoveWindow.ofMonth(new LadderParameters(null, LocalDate.of(2024, 2, 29)), day).from())
        .isEqualTo("2024-02-01");
    refused("2024-03-02", "2024-03-31");
    refused("2024-02-01", "2024-03-31");
    refused("2024-04-01", "2024-04-30");
  }

  private static void refused(String from, String to) {
    LadderParameters asked = new LadderParameters(LocalDate.parse(from), LocalDate.parse(to));
    assertThatThrownBy(() -> MoveWindow.ofMonth(asked, LocalDate.of(2024, 4, 1)))
        .isInstanceOf(ProblemException.class);
  }

  private static LadderTally tally(String moment) {
    return new LadderTally(MARCH, Instant.parse(moment), ZoneOffset.UTC);
  }

  private static LifeCycleStory.Move move(String at, LifeCycleStage from, LifeCycleStage to) {
    return new LifeCycleStory.Move(Instant.parse(at), from, to);
  }

  private static LifeCycleStory story(LifeCycleStage stage, LifeCycleStory.Move... moves) {
    return new LifeCycleStory(new UUID(0, 1), stage, moves[moves.length - 1].at(), List.of(moves));
  }
}
