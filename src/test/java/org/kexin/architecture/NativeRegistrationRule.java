package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
      List.of("**.class", "application*.properties", "db/migration/**", "META-INF/**");

  private final JavaClasses classes;
  private final Set<String> listed;

  NativeRegistrationRule(JavaClasses classes) {
    this.classes = classes;
    this.listed =
        classes.stream()
            .flatMap(type -> registration(type).stream())
            .flatMap(
                registration ->
                    Stream.concat(
                        Arrays.stream(registration.targets()).map(Class::getName),
                        Arrays.stream(registration.classNames())))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the types that reflection may reach and that nobody registered, by name. */
  List<JavaClass> unregistered() {
    Set<JavaClass> held = heldByRecords();
    return classes.stream()
        .filter(type -> isReachable(type) && (!isAlgorithm(type) || held.contains(type)))
        .filter(type -> !isRegistered(type))
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  /**
   * Returns those of the given files, relative to the class path's root, that the executable would
   * not contain.
   */
  List<Path> missingFiles(List<Path> files) {
    List<PathMatcher> included =
        Stream.concat(INCLUDED.stream(), classes.stream().flatMap(type -> globs(type)))
            .map(glob -> matcher(glob))
            .toList();
    return files.stream()
        .filter(file -> included.stream().noneMatch(matcher -> matcher.matches(file)))
        .toList();
  }

  private static boolean isReachable(JavaClass type) {
    return type.isRecord() || hasJacksonAnnotation(type);
  }

  private static boolean hasJacksonAnnotation(JavaClass type) {
    return isJackson(type)
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

  private boolean isRegistered(JavaClass type) {
    return listed.contains(type.getName())
        || registration(type).filter(NativeRegistrationRule::registersItsOwnType).isPresent()
        || isRegisteredAround(type);
  }

  /**
   * Quarkus registers the nested types of an annotated type, at every depth, unless told not to.
   */
  private static boolean isRegisteredAround(JavaClass type) {
    Optional<JavaClass> around = type.getEnclosingClass();
    while (around.isPresent()) {
      if (registration(around.get())
          .filter(registration -> registersItsOwnType(registration) && !registration.ignoreNested())
          .isPresent()) {
        return true;
      }
      around = around.get().getEnclosingClass();
    }
    return false;
  }

  private static boolean registersItsOwnType(RegisterForReflection registration) {
    return registration.targets().length == 0 && registration.classNames().length == 0;
  }

  private static Optional<RegisterForReflection> registration(JavaClass type) {
    return type.tryGetAnnotationOfType(RegisterForReflection.class);
  }

  private static Stream<String> globs(JavaClass type) {
    return Stream.concat(
            type.tryGetAnnotationOfType(RegisterResources.class).stream(),
            type.tryGetAnnotationOfType(RegisterResources.List.class).stream()
                .flatMap(several -> Arrays.stream(several.value())))
        .flatMap(resources -> Arrays.stream(resources.globs()));
  }

  private static boolean isAlgorithm(JavaClass type) {
    return type.getPackageName().endsWith(".algorithm");
  }

  private static PathMatcher matcher(String glob) {
    FileSystem files = Path.of("").getFileSystem();
    return files.getPathMatcher("glob:" + glob);
  }
}
