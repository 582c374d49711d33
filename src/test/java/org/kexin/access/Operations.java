package org.kexin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of operations and roles, {@code src/test/resources/operations.txt}. */
record Operations(Map<String, SortedSet<String>> roles) {

  static final List<String> ALL_ROLES =
      List.of(
          "service-agent",
          "sales",
          "marketing",
          "analyst",
          "data-steward",
          "privacy-officer",
          "admin",
          "partner",
          "customer");

  private static final Path TABLE = Path.of("src", "test", "resources", "operations.txt");
  private static final Pattern LINE = Pattern.compile("([A-Z]+ \\S+): (.+)");

  Operations {
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
  }

  /**
   * The table as it stands.
   *
   * @throws IllegalStateException if a line cannot be read, names an operation twice or an unknown
   *     role
   */
  static Operations read() {
    Map<String, SortedSet<String>> roles = new TreeMap<>();
    for (String line : lines()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalStateException("Not 'METHOD PATH: ROLES': " + line);
      }
      SortedSet<String> allowed = new TreeSet<>(Arrays.asList(matcher.group(2).split(" ")));
      if (!ALL_ROLES.containsAll(allowed) || roles.put(matcher.group(1), allowed) != null) {
        throw new IllegalStateException("An unknown role or a second line: " + line);
      }
    }
    return new Operations(roles);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(TABLE)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
