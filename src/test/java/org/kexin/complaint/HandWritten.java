package org.kexin.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of complaints as people wrote them, against which those of the code are held. */
final class HandWritten {

  private static final Path FOLDER = Path.of("src", "test", "resources");

  private HandWritten() {}

  /** What each event does to each clock. */
  static Map<EventKind, Map<ClockKind, ClockEffect>> clocks() {
    Map<EventKind, Map<ClockKind, ClockEffect>> table = new EnumMap<>(EventKind.class);
    for (List<String> line : lines("complaint-clocks.txt", ClockKind.values().length)) {
      Map<ClockKind, ClockEffect> row = new EnumMap<>(ClockKind.class);
      Iterator<String> cells = line.iterator();
      cells.next();
      for (ClockKind clock : ClockKind.values()) {
        row.put(clock, ClockEffect.valueOf(cells.next()));
      }
      put(table, line, row);
    }
    return table;
  }

  /** What comes of each event in each state; empty where it is refused. */
  static Map<EventKind, Map<ComplaintState, Optional<ComplaintState>>> transitions() {
    Map<EventKind, Map<ComplaintState, Optional<ComplaintState>>> table =
        new EnumMap<>(EventKind.class);
    for (List<String> line : lines("complaint-transitions.txt", ComplaintState.values().length)) {
      Map<ComplaintState, Optional<ComplaintState>> row = new EnumMap<>(ComplaintState.class);
      Iterator<String> cells = line.iterator();
      cells.next();
      for (ComplaintState state : ComplaintState.values()) {
        String cell = cells.next();
        row.put(
            state, cell.equals("-") ? Optional.empty() : Optional.of(ComplaintState.valueOf(cell)));
      }
      put(table, line, row);
    }
    return table;
  }

  private static <R> void put(Map<EventKind, R> table, List<String> line, R row) {
    if (table.put(EventKind.valueOf(line.getFirst()), row) != null) {
      throw new IllegalStateException("Twice: " + line);
    }
  }

  private static List<List<String>> lines(String file, int cells) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.strip().split(" +")))
          .peek(
              line -> {
                if (line.size() != 1 + cells) {
                  throw new IllegalStateException("Not a cell for each column: " + line);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
