package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of operations and roles says what the annotations say. */
class OperationsTest {

  @Test
  void theTableNamesEveryOperationWithTheRolesOfItsAnnotation() {
    Map<String, SortedSet<String>> annotated = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kexin")) {
      for (JavaMethod method : type.getMethods()) {
        verb(method)
            .ifPresent(
                verb ->
                    annotated.put(
                        verb + ' ' + path(type) + path(method), new TreeSet<>(roles(method))));
      }
    }

    assertThat(annotated).isNotEmpty();
    assertThat(Operations.read().roles())
        .as("src/test/resources/operations.txt and the annotations")
        .isEqualTo(annotated);
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(annotation -> annotation.isAnnotatedWith(HttpMethod.class))
        .map(annotation -> annotation.getAnnotationOfType(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(HasAnnotations<?> element) {
    return element.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  private static List<String> roles(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(RolesAllowed.class)
        .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
        .map(allowed -> Arrays.asList(allowed.value()))
        .orElse(List.of());
  }
}
