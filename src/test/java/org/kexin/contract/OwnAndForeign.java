package org.kexin.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kexin.testing.Api;

/**
 * The table of what comes of every operation by every role on an own and on a foreign record,
 * {@code src/test/resources/own-and-foreign.txt}.
 *
 * @param outcomes by operation as {@code METHOD PATH}, then by role, such as {@code M/D}
 */
record OwnAndForeign(Map<String, Map<String, String>> outcomes) {

  private static final Path TABLE = Path.of("src", "test", "resources", "own-and-foreign.txt");
  private static final Pattern CELL = Pattern.compile("[AMDN]/[AMDN-]");

  OwnAndForeign {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /**
   * The table as it stands.
   *
   * @throws IllegalStateException if it lacks a role or has one too many, has another number of
   *     cells than roles in a line, a cell that is none, or an operation twice
   */
  static OwnAndForeign read() {
    List<List<String>> lines = lines();
    List<String> head = lines.getFirst();
    List<String> roles = head.subList(1, head.size());
    if (roles.size() != Api.PURPOSES.size()
        || !new HashSet<>(roles).equals(Api.PURPOSES.keySet())) {
      throw new IllegalStateException("The table is about other roles than there are: " + roles);
    }
    Map<String, Map<String, String>> outcomes = new TreeMap<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      List<String> cells = line.subList(2, line.size());
      boolean complete =
          cells.size() == roles.size() && cells.stream().allMatch(CELL.asMatchPredicate());
      if (!complete
          || outcomes.put(line.get(0) + ' ' + line.get(1), byRole(roles, cells)) != null) {
        throw new IllegalStateException("Not a cell for each role, or a second line: " + line);
      }
    }
    return new OwnAndForeign(outcomes);
  }

  private static Map<String, String> byRole(List<String> roles, List<String> cells) {
    Map<String, String> byRole = new HashMap<>();
    for (int i = 0; i < roles.size(); i++) {
      byRole.put(roles.get(i), cells.get(i));
    }
    return byRole;
  }

  private static List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(TABLE)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(Arrays.asList(line.strip().split(" +")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
