package org.kexin.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Turns Bean Validation findings into field problems with JSON Pointers.
 *
 * <p>Services call it themselves instead of marking parameters {@code @Valid}, so that the findings
 * of annotations and of rules are answered together.
 */
@ApplicationScoped
public class Violations {

  private final Validator validator;

  Violations(Validator validator) {
    this.validator = validator;
  }

  /** All findings for {@code bean}, ordered by pointer. */
  public List<FieldProblem> of(Object bean) {
    return validator.validate(bean).stream()
        .map(Violations::problem)
        .sorted(Comparator.comparing(FieldProblem::pointer).thenComparing(FieldProblem::code))
        .toList();
  }

  private static FieldProblem problem(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new FieldProblem(
        pointer(violation.getPropertyPath()), kebab(constraint), sentence(violation.getMessage()));
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      String name = node.getName();
      if (name != null && !name.startsWith("<")) {
        pointer.append('/').append(name);
      }
    }
    return pointer.toString();
  }

  private static String kebab(String constraint) {
    return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
