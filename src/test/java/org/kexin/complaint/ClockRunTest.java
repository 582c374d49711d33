package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kexin.complaint.BusinessCalendarTest.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.complaint.ClockState.Breached;
import org.kexin.complaint.ClockState.Cancelled;
import org.kexin.complaint.ClockState.Idle;
import org.kexin.complaint.ClockState.Met;
import org.kexin.complaint.ClockState.Paused;
import org.kexin.complaint.ClockState.Running;

/**
 * What effects do to clocks in each state, and what others got wrong with clocks of complaints:
 * pauses, reopening, changes of severity, answers, targets at the end of a day. Monday, Shanghai, 9
 * to 18.
 */
class ClockRunTest {

  private static final BusinessCalendar OFFICE =
      BusinessCalendarTest.office("Asia/Shanghai", Set.<LocalDate>of(), Map.of());
  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final ClockTerms TERMS = new ClockTerms(OFFICE, policy());

  /** Every effect in every state, at eleven o'clock, with another target of two hours. */
  record Cell(String state, ClockEffect effect, ClockState result, int run, Duration target) {}

  static Stream<Cell> cells() {
    Instant eleven = monday("11:00");
    ClockState idle = new Idle();
    ClockState running = new Running(monday("10:00"), Duration.ofMinutes(30));
    ClockState paused = new Paused(Duration.ofMinutes(30));
    ClockState met = new Met(monday("10:00"));
    ClockState breached = new Breached(monday("10:00"));
    ClockState cancelled = new Cancelled(monday("10:00"));
    ClockState fresh = new Running(eleven, Duration.ZERO);
    List<Cell> cells = new ArrayList<>();
    for (ClockState state : List.of(idle, running, paused, met, breached, cancelled)) {
      String name = ClockStanding.of(state).name();
      boolean open = state == running || state == paused;
      cells.add(new Cell(name, ClockEffect.NONE, state, 1, FOUR_HOURS));
      cells.add(
          state == idle
              ? new Cell(name, ClockEffect.START, fresh, 2, TWO_HOURS)
              : new Cell(name, ClockEffect.START, state, 1, FOUR_HOURS));
      cells.add(new Cell(name, ClockEffect.RESTART, fresh, 2, TWO_HOURS));
      cells.add(new Cell(name, ClockEffect.STOP, open ? new Met(eleven) : state, 1, FOUR_HOURS));
      cells.add(
          new Cell(name, ClockEffect.CANCEL, open ? new Cancelled(eleven) : state, 1, FOUR_HOURS));
      cells.add(
          new Cell(
              name,
              ClockEffect.PAUSE,
              state == running ? new Paused(Duration.ofMinutes(90)) : state,
              1,
              FOUR_HOURS));
      cells.add(
          new Cell(
              name,
              ClockEffect.RESUME,
              state == paused ? new Running(eleven, Duration.ofMinutes(30)) : state,
              1,
              FOUR_HOURS));
      cells.add(
          new Cell(
              name,
              ClockEffect.RETARGET,
              state == running ? new Running(eleven, Duration.ofMinutes(90)) : state,
              1,
              open ? TWO_HOURS : FOUR_HOURS));
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void anEffectDoesInEachStateWhatItSays(Cell cell) {
    ClockState state =
        cells()
            .filter(one -> one.effect() == ClockEffect.NONE && one.state().equals(cell.state()))
            .findFirst()
            .orElseThrow()
            .result();
    ClockRun before = new ClockRun(1, FOUR_HOURS, state, true);

    ClockRun after = before.after(cell.effect(), monday("11:00"), TWO_HOURS, OFFICE);

    assertThat(after.state()).isEqualTo(cell.result());
    assertThat(after.number()).isEqualTo(cell.run());
    assertThat(after.target()).isEqualTo(cell.target());
    assertThat(after.warned()).as("a new run may warn again").isEqualTo(cell.run() == 1);
  }

  @Test
  void aClockIsInTimeAtItsDeadlineAndBreachedAMicrosecondLater() {
    ClockRun run = started("10:00", TWO_HOURS);
    assertThat(run.deadline(OFFICE)).isEqualTo(monday("12:00"));
    assertThat(run.after(ClockEffect.STOP, monday("12:00"), TWO_HOURS, OFFICE).state())
        .isEqualTo(new Met(monday("12:00")));
    Instant late = monday("12:00").plusNanos(1_000);
    assertThat(run.after(ClockEffect.STOP, late, TWO_HOURS, OFFICE).state())
        .isEqualTo(new Breached(monday("12:00")));
  }

  @Test
  void aClockThatRanOutIsNotSavedByAPause() {
    ClockRun run = started("10:00", TWO_HOURS);
    ClockRun paused = run.after(ClockEffect.PAUSE, monday("12:30"), TWO_HOURS, OFFICE);
    assertThat(paused.state()).isEqualTo(new Breached(monday("12:00")));
    assertThat(paused.after(ClockEffect.RETARGET, monday("12:40"), FOUR_HOURS, OFFICE))
        .isEqualTo(paused);
  }

  @Test
  void waitingForTheCustomerCostsNoTime() {
    ClockRun run =
        started("10:00", FOUR_HOURS)
            .after(ClockEffect.PAUSE, monday("11:00"), FOUR_HOURS, OFFICE)
            .after(ClockEffect.PAUSE, monday("15:00"), FOUR_HOURS, OFFICE);
    assertThat(run.deadline(OFFICE)).isNull();
    assertThat(run.after(ClockEffect.RESUME, monday("16:00"), FOUR_HOURS, OFFICE).deadline(OFFICE))
        .as("one hour used, two left on Monday, one on Tuesday")
        .isEqualTo(at("Asia/Shanghai", "2026-03-03T10:00"));
  }

  @Test
  void aShorterTargetThatIsUsedUpAlreadyIsDueAtOnce() {
    ClockRun run =
        started("10:00", FOUR_HOURS)
            .after(ClockEffect.RETARGET, monday("13:00"), TWO_HOURS, OFFICE);
    assertThat(run.deadline(OFFICE)).isEqualTo(monday("13:00"));
    assertThat(run.seen(monday("13:00").plusNanos(1_000), OFFICE).state())
        .isEqualTo(new Breached(monday("13:00")));
  }

  @Test
  void aLongerTargetKeepsWhatWasUsed() {
    ClockRun run =
        started("10:00", TWO_HOURS)
            .after(ClockEffect.RETARGET, monday("11:00"), FOUR_HOURS, OFFICE);
    assertThat(run.deadline(OFFICE)).isEqualTo(monday("14:00"));
  }

  @Test
  void theClockOfUpdatesDoesNotOvertakeTheFirstAnswer() {
    Clocks clocks = Clocks.IDLE.after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS);
    assertThat(clocks.of(ClockKind.UPDATE).state()).isEqualTo(new Idle());
    assertThat(clocks.nextDeadline(TERMS)).isEqualTo(monday("13:00"));
  }

  @Test
  void anUpdateBeginsTheTimeOfTheNextOneAnew() {
    Clocks clocks =
        Clocks.IDLE
            .after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS)
            .after(EventKind.ACKNOWLEDGED, monday("10:00"), Severity.LOW, TERMS)
            .after(EventKind.UPDATED, monday("11:30"), Severity.LOW, TERMS);
    assertThat(clocks.of(ClockKind.ACKNOWLEDGE).state()).isEqualTo(new Met(monday("10:00")));
    assertThat(clocks.of(ClockKind.UPDATE).number()).isEqualTo(2);
    assertThat(clocks.nextDeadline(TERMS)).isEqualTo(monday("13:30"));
  }

  @Test
  void anAnswerOfTheCustomerGivesTheWholeTimeForTheNextUpdateAndTheRestToSettle() {
    Clocks clocks =
        Clocks.IDLE
            .after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS)
            .after(EventKind.ACKNOWLEDGED, monday("10:00"), Severity.LOW, TERMS)
            .after(EventKind.WAITING_FOR_CUSTOMER, monday("11:00"), Severity.LOW, TERMS);
    assertThat(clocks.nextDeadline(TERMS)).isNull();
    assertThat(clocks.nextNotice(TERMS)).isNull();
    clocks = clocks.after(EventKind.CUSTOMER_ANSWERED, monday("15:00"), Severity.LOW, TERMS);
    assertThat(clocks.of(ClockKind.UPDATE).deadline(OFFICE)).isEqualTo(monday("17:00"));
    assertThat(clocks.of(ClockKind.RESOLVE).state())
        .isEqualTo(new Running(monday("15:00"), TWO_HOURS));
  }

  @Test
  void whatTheCustomerAddsUnaskedMovesNoClock() {
    Clocks clocks = Clocks.IDLE.after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS);
    assertThat(clocks.after(EventKind.CUSTOMER_ADDED, monday("10:00"), Severity.LOW, TERMS))
        .isEqualTo(clocks);
  }

  @Test
  void aReopenedComplaintHasItsWholeTimeAgain() {
    Clocks clocks =
        Clocks.IDLE
            .after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS)
            .after(EventKind.ACKNOWLEDGED, monday("09:30"), Severity.LOW, TERMS)
            .after(EventKind.RESOLVED, monday("10:00"), Severity.LOW, TERMS);
    assertThat(clocks.nextDeadline(TERMS)).isNull();
    clocks = clocks.after(EventKind.REOPENED, monday("11:00"), Severity.LOW, TERMS);
    assertThat(clocks.of(ClockKind.ACKNOWLEDGE).state()).isEqualTo(new Met(monday("09:30")));
    assertThat(clocks.of(ClockKind.UPDATE).deadline(OFFICE)).isEqualTo(monday("13:00"));
    assertThat(clocks.of(ClockKind.RESOLVE).number()).isEqualTo(2);
    assertThat(clocks.of(ClockKind.RESOLVE).deadline(OFFICE))
        .isEqualTo(at("Asia/Shanghai", "2026-03-03T12:00"));
  }

  @Test
  void aWithdrawnComplaintHasNoDeadline() {
    Clocks clocks =
        Clocks.IDLE
            .after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS)
            .after(EventKind.WITHDRAWN, monday("10:00"), Severity.LOW, TERMS);
    assertThat(clocks.of(ClockKind.RESOLVE).state()).isEqualTo(new Cancelled(monday("10:00")));
    assertThat(clocks.nextNotice(TERMS)).isNull();
  }

  @Test
  void eachRunWarnsOnceAndThenEscalatesOnce() {
    Clocks clocks = Clocks.IDLE.after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS);
    // Four hours to acknowledge, eighty percent of them: 12:12.
    assertThat(clocks.nextNotice(TERMS)).isEqualTo(monday("12:12"));
    assertThat(clocks.notices(monday("12:11"), TERMS)).isEmpty();
    assertThat(clocks.notices(monday("12:12"), TERMS))
        .containsExactly(new Clocks.Notice(EventKind.WARNED, ClockKind.ACKNOWLEDGE, 1));
    clocks = clocks.afterNotices(monday("12:12"), TERMS);
    assertThat(clocks.notices(monday("12:59"), TERMS)).isEmpty();
    assertThat(clocks.nextNotice(TERMS)).isEqualTo(monday("13:00").plusNanos(1_000));
    assertThat(clocks.notices(monday("13:00"), TERMS)).isEmpty();
    assertThat(clocks.notices(monday("13:01"), TERMS))
        .containsExactly(new Clocks.Notice(EventKind.ESCALATED, ClockKind.ACKNOWLEDGE, 1));
    clocks = clocks.afterNotices(monday("13:01"), TERMS);
    assertThat(clocks.notices(monday("16:59"), TERMS)).isEmpty();
    assertThat(clocks.nextDeadline(TERMS))
        .as("of the clock that still runs")
        .isEqualTo(at("Asia/Shanghai", "2026-03-03T10:00"));
  }

  @Test
  void aJobThatComesLateEscalatesWithoutAWarning() {
    Clocks clocks = Clocks.IDLE.after(EventKind.RECEIVED, monday("09:00"), Severity.LOW, TERMS);
    assertThat(clocks.notices(monday("13:30"), TERMS))
        .containsExactly(new Clocks.Notice(EventKind.ESCALATED, ClockKind.ACKNOWLEDGE, 1));
  }

  @Test
  void aPolicyHasATimeForEverySeverityAndClock() {
    Map<Severity, Map<ClockKind, Duration>> targets = new EnumMap<>(policy().targets());
    targets.remove(Severity.HIGH);
    assertThatThrownBy(() -> new ClockPolicy(targets, 80))
        .isInstanceOf(IllegalArgumentException.class);
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofMinutes(ClockPolicy.MAX_MINUTES + 1))) {
      targets.put(
          Severity.HIGH,
          Map.of(
              ClockKind.ACKNOWLEDGE, wrong,
              ClockKind.UPDATE, TWO_HOURS,
              ClockKind.RESOLVE, TWO_HOURS));
      assertThatThrownBy(() -> new ClockPolicy(targets, 80))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int percent : new int[] {0, 100}) {
      assertThatThrownBy(() -> new ClockPolicy(policy().targets(), percent))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(policy().target(Severity.LOW, ClockKind.RESOLVE)).isEqualTo(Duration.ofHours(10));
    assertThat(new TreeSet<>(policy().targets().keySet())).containsExactly(Severity.values());
  }

  private static ClockPolicy policy() {
    Map<Severity, Map<ClockKind, Duration>> targets = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      targets.put(
          severity,
          Map.of(
              ClockKind.ACKNOWLEDGE, FOUR_HOURS,
              ClockKind.UPDATE, TWO_HOURS,
              ClockKind.RESOLVE, Duration.ofHours(10)));
    }
    return new ClockPolicy(targets, 80);
  }

  private static ClockRun started(String time, Duration target) {
    return ClockRun.NONE.after(ClockEffect.START, monday(time), target, OFFICE);
  }

  private static Instant monday(String time) {
    return at("Asia/Shanghai", "2026-03-02T" + time);
  }
}
