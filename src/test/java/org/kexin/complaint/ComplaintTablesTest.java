package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the code, cell by cell, and as docs/complaints.md prints them. */
class ComplaintTablesTest {

  private static final Path PAGE = Path.of("docs", "complaints.md");

  record EffectCell(EventKind event, ClockKind clock, ClockEffect effect) {}

  record StateCell(EventKind event, ComplaintState state, String next) {}

  static Stream<EffectCell> effects() {
    var table = HandWritten.clocks();
    assertThat(table.keySet()).containsExactly(EventKind.values());
    return table.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .map(cell -> new EffectCell(row.getKey(), cell.getKey(), cell.getValue())));
  }

  static Stream<StateCell> states() {
    var table = HandWritten.transitions();
    assertThat(table.keySet()).containsExactly(EventKind.values());
    return table.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .map(
                        cell -> new StateCell(row.getKey(), cell.getKey(), name(cell.getValue()))));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void anEventDoesToAClockWhatTheTableSays(EffectCell cell) {
    assertThat(ClockRules.effect(cell.event(), cell.clock())).isEqualTo(cell.effect());
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatMayFollowWhatIsWhatTheTableSays(StateCell cell) {
    assertThat(name(Transitions.after(cell.state(), cell.event()))).isEqualTo(cell.next());
  }

  /**
   * Whatever happens in a state without open clocks leaves none running, and the other way round.
   */
  @ParameterizedTest
  @MethodSource("states")
  void clocksRunExactlyInOpenStates(StateCell cell) {
    if (cell.next().equals("-")) {
      return;
    }
    boolean settled = !isOpen(ComplaintState.valueOf(cell.next()));
    for (ClockKind clock : ClockKind.values()) {
      ClockEffect effect = ClockRules.effect(cell.event(), clock);
      if (settled) {
        assertThat(effect).isIn(ClockEffect.NONE, ClockEffect.STOP, ClockEffect.CANCEL);
      }
      if (!isOpen(cell.state()) && !settled) {
        assertThat(effect)
            .isEqualTo(clock == ClockKind.ACKNOWLEDGE ? ClockEffect.NONE : ClockEffect.RESTART);
      }
    }
  }

  @Test
  void thePagePrintsTheTableOfClocks() throws IOException {
    String head =
        "| event |"
            + columns(ClockKind.values())
            + "\n|---|"
            + "---|".repeat(ClockKind.values().length)
            + "\n";
    compare(
        "clocks",
        head
            + Arrays.stream(EventKind.values())
                .map(
                    event ->
                        "| %s |%s%n"
                            .formatted(
                                event,
                                Arrays.stream(ClockKind.values())
                                    .map(clock -> ClockRules.effect(event, clock))
                                    .map(effect -> effect == ClockEffect.NONE ? "" : effect + "")
                                    .map(effect -> " " + effect + " |")
                                    .collect(Collectors.joining())))
                .collect(Collectors.joining()));
  }

  @Test
  void thePagePrintsTheTableOfStates() throws IOException {
    String head =
        "| event |"
            + columns(ComplaintState.values())
            + "\n|---|"
            + "---|".repeat(ComplaintState.values().length)
            + "\n";
    compare(
        "states",
        head
            + Arrays.stream(EventKind.values())
                .map(
                    event ->
                        "| %s |%s%n"
                            .formatted(
                                event,
                                Arrays.stream(ComplaintState.values())
                                    .map(state -> name(Transitions.after(state, event)))
                                    .map(next -> " " + (next.equals("-") ? "" : next) + " |")
                                    .collect(Collectors.joining())))
                .collect(Collectors.joining()));
  }

  private static void compare(String name, String table) throws IOException {
    String begin = "<!-- " + name + ": written by ComplaintTablesTest -->\n";
    String end = "<!-- end -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end, from);
    assertThat(page).contains(begin);
    if (System.getProperty("kexin.contract.update") != null) {
      page = page.substring(0, from) + table + page.substring(to);
      Files.writeString(PAGE, page);
      to = page.indexOf(end, from);
    }
    assertThat(page.substring(from, to)).isEqualTo(table);
  }

  private static boolean isOpen(ComplaintState state) {
    return switch (state) {
      case RECEIVED, ACKNOWLEDGED, INVESTIGATING, WAITING -> true;
      case RESOLVED, CLOSED, WITHDRAWN -> false;
    };
  }

  private static String columns(Enum<?>[] names) {
    return Arrays.stream(names).map(name -> " " + name + " |").collect(Collectors.joining());
  }

  private static String name(java.util.Optional<ComplaintState> state) {
    return state.map(Enum::name).orElse("-");
  }
}
