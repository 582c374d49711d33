package org.kexin.architecture;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The table of docs/asvs.md, held against the requirements in scope, the tests and the files that
 * it names.
 */
final class AsvsTable {

  private static final Path TEST_CLASSES = Path.of("target", "test-classes");
  private static final Set<Class<? extends Annotation>> MARKS =
      Set.of(Test.class, ParameterizedTest.class, Property.class);

  private static final Pattern ALLOWED = Pattern.compile("(?m)^Open: (\\d+)$");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| ([^|]*) \\| ([^|]*) \\|");
  private static final String KIND = "test `|file `|operator `|does not apply: |OPEN: ";
  private static final Pattern BETWEEN = Pattern.compile("; (?=" + KIND + ")");
  private static final Pattern TEST = Pattern.compile("test `(\\w+)#(\\w+)`");
  private static final Pattern FILE = Pattern.compile("(?:file|operator) `([^`]+)` `([^`]+)`");
  private static final Pattern REASON = Pattern.compile("(?:does not apply|OPEN): \\S.{9,}");

  private final String text;
  private final Map<String, String> scope;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Path> testClasses;
  private int open;

  /**
   * @param scope level by id of each requirement that must have a row
   */
  AsvsTable(String text, Map<String, String> scope) throws IOException {
    this.text = text;
    this.scope = scope;
    try (Stream<Path> files = Files.walk(TEST_CLASSES)) {
      this.testClasses =
          files
              .filter(file -> file.toString().matches(".*/\\w+\\.class"))
              .collect(Collectors.toMap(AsvsTable::simpleName, file -> file, (one, other) -> one));
    }
    read();
  }

  /** One {@code id level} a line; lines that begin with # are remarks. */
  static Map<String, String> scope(List<String> lines) {
    Map<String, String> scope = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .forEach(words -> scope.put(words[0], words[1]));
    return scope;
  }

  /** What is wrong with the table, a line each. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Rows of which something is open. */
  int open() {
    return open;
  }

  private void read() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String line : text.lines().filter(it -> it.matches("\\| *\\d.*")).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        faults.add("not of the form | id | level | what | how |: " + line);
      } else if (!seen.add(row.group(1))) {
        faults.add(row.group(1) + " has two rows");
      } else {
        read(row.group(1), row.group(2), row.group(3), row.group(4));
      }
    }
    scope.keySet().stream()
        .filter(id -> !seen.contains(id))
        .forEach(id -> faults.add(id + " has no row"));
    Matcher allowed = ALLOWED.matcher(text);
    if (!allowed.find()) {
      faults.add("the header lacks the number of open rows");
    } else if (open > Integer.parseInt(allowed.group(1))) {
      faults.add("%d rows are open, the header allows %s".formatted(open, allowed.group(1)));
    }
  }

  private void read(String id, String level, String what, String how) throws IOException {
    if (!level.equals(scope.get(id))) {
      faults.add(id + " is not in scope at level " + level);
    }
    if (what.isBlank() || how.isBlank()) {
      faults.add(id + " says nothing");
      return;
    }
    for (String evidence : BETWEEN.splitAsStream(how).toList()) {
      String fault = fault(evidence);
      if (!fault.isEmpty()) {
        faults.add(id + ": " + fault);
      }
    }
    open += how.contains("OPEN: ") ? 1 : 0;
  }

  /** What is wrong with it, or nothing. */
  private String fault(String evidence) throws IOException {
    Matcher test = TEST.matcher(evidence);
    if (test.matches()) {
      return isTest(test.group(1), test.group(2)) ? "" : "there is no such test: " + evidence;
    }
    Matcher file = FILE.matcher(evidence);
    if (file.matches()) {
      Path path = Path.of(file.group(1));
      if (!Files.isRegularFile(path)) {
        return "there is no such file: " + evidence;
      }
      return Files.readString(path).contains(file.group(2)) ? "" : "not in the file: " + evidence;
    }
    return REASON.matcher(evidence).matches() ? "" : "neither evidence nor a reason: " + evidence;
  }

  private boolean isTest(String type, String method) {
    Path file = testClasses.get(type);
    if (file == null) {
      return false;
    }
    String name = TEST_CLASSES.relativize(file).toString().replace(".class", "").replace('/', '.');
    try {
      Class<?> tests = Class.forName(name, false, AsvsTable.class.getClassLoader());
      return Arrays.stream(tests.getDeclaredMethods())
          .filter(it -> it.getName().equals(method))
          .anyMatch(AsvsTable::isMarked);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isMarked(Method method) {
    return MARKS.stream().anyMatch(method::isAnnotationPresent);
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replace(".class", "");
  }
}
