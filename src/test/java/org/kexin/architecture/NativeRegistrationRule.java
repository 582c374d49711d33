package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a native executable would miss.
 *
 * <p>Quarkus registers what it sees in the signature of a resource method. It does not see what
 * goes through an object mapper of ours, a JSON column, an exception mapper, an event stream or a
 * query's projection, and no rule could tell these records from the rest. So every record must be
 * registered; one too many costs some hundred bytes, one too few an error in production only.
 */
final class NativeRegistrationRule {
  /** What Quarkus and its extensions include by themselves, class files included. */
  private static final List<String> INCLUDED =
      // The examples are read by the contract's filter while Quarkus builds, never by the
      // executable.
      List.of(
          "**.class",
          "application*.properties",
          "db/migration/**",
          "META-INF/**",
          "openapi-examples/**");

  private final JavaClasses classes;

  NativeRegistrationRule(JavaClasses classes) {
    this.classes = classes;
  }

  /**
   * Returns the names of the types that reflection may reach and that are not among the registered.
   */
  List<String> missing(Set<String> registered) {
    Set<JavaClass> held = heldByRecords();
    return classes.stream()
        .filter(type -> isReachable(type) && (!isAlgorithm(type) || held.contains(type)))
        .map(JavaClass::getName)
        .filter(name -> !registered.contains(name))
        .sorted()
        .toList();
  }

  /** Returns those of the registered that do not exist; Quarkus would pass over them in silence. */
  List<String> stale(Set<String> registered) {
    return registered.stream().filter(name -> !classes.contain(name)).sorted().toList();
  }

  /**
   * Returns those files, relative to the class path's root, that neither Quarkus nor one of the
   * globs includes.
   */
  static List<Path> missingFiles(List<Path> files, List<String> globs) {
    FileSystem system = Path.of("").getFileSystem();
    List<PathMatcher> included =
        Stream.concat(INCLUDED.stream(), globs.stream())
            .map(glob -> system.getPathMatcher("glob:" + glob))
            .toList();
    return files.stream()
        .filter(file -> included.stream().noneMatch(matcher -> matcher.matches(file)))
        .toList();
  }

  private static boolean isReachable(JavaClass type) {
    return type.isRecord()
        || isJackson(type)
        || type.getMembers().stream().anyMatch(NativeRegistrationRule::isJackson);
  }

  private static boolean isJackson(HasAnnotations<?> element) {
    return element.getAnnotations().stream()
        .anyMatch(
            annotation ->
                annotation.getRawType().getPackageName().startsWith("com.fasterxml.jackson"));
  }

  /**
   * The types that records outside algorithm packages hold, through generics and through each
   * other.
   */
  private Set<JavaClass> heldByRecords() {
    Set<JavaClass> held = new HashSet<>();
    Deque<JavaClass> holders = new ArrayDeque<>();
    classes.stream().filter(type -> type.isRecord() && !isAlgorithm(type)).forEach(holders::add);
    while (!holders.isEmpty()) {
      for (JavaField component : holders.remove().getFields()) {
        component.getType().getAllInvolvedRawTypes().stream()
            .filter(held::add)
            .forEach(holders::add);
      }
    }
    return held;
  }

  private static boolean isAlgorithm(JavaClass type) {
    return (type.getPackageName() + ".").contains(".algorithm.");
  }
}
