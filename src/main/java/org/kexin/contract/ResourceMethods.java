package org.kexin.contract;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.shared.http.StatusCodes;

/**
 * What the annotations of the resource methods say, by operation id, which is the method's name.
 */
final class ResourceMethods {

  private static final DotName PATH = DotName.createSimple(Path.class);
  private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
  private static final DotName DISCLOSES = DotName.createSimple(Discloses.class);
  private static final DotName MAY_BREAK_GLASS = DotName.createSimple(MayBreakGlass.class);
  private static final DotName STATUS_CODES = DotName.createSimple(StatusCodes.class);
  private static final DotName REST_RESPONSE = DotName.createSimple(RestResponse.class);
  private static final List<DotName> VERBS =
      Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
          .map(verb -> DotName.createSimple("jakarta.ws.rs." + verb))
          .toList();

  private final Map<String, Facts> byOperationId = new TreeMap<>();

  /**
   * @throws IllegalStateException if two resource methods have the same name
   */
  ResourceMethods(IndexView index) {
    for (AnnotationInstance path : index.getAnnotations(PATH)) {
      if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
        path.target().asClass().methods().stream()
            .filter(method -> VERBS.stream().anyMatch(method::hasDeclaredAnnotation))
            .forEach(this::add);
      }
    }
  }

  private void add(MethodInfo method) {
    Facts twin = byOperationId.put(method.name(), new Facts(method));
    // Quarkus may index one class twice.
    if (twin != null
        && !twin.method.declaringClass().name().equals(method.declaringClass().name())) {
      throw new IllegalStateException(
          "%s and %s both have a resource method %s: the name is the operationId, which is unique."
              .formatted(
                  twin.method.declaringClass().name(),
                  method.declaringClass().name(),
                  method.name()));
    }
  }

  /**
   * @throws IllegalStateException if no resource method has that name
   */
  Facts of(String operationId) {
    Facts facts = byOperationId.get(operationId);
    if (facts == null) {
      throw new IllegalStateException(
          operationId + " is no resource method; an operationId is the name of its method.");
    }
    return facts;
  }

  /** What one method says. */
  static final class Facts {

    private final MethodInfo method;

    private Facts(MethodInfo method) {
      this.method = method;
    }

    /** The roles that may call it, sorted; empty when it is open to all. */
    List<String> roles() {
      AnnotationInstance roles = method.declaredAnnotation(ROLES);
      if (roles == null) {
        roles = method.declaringClass().declaredAnnotation(ROLES);
      }
      return roles == null
          ? List.of()
          : Arrays.stream(roles.value().asStringArray()).sorted().toList();
    }

    /** The classes of personal data its answer may hold, in the order given there. */
    List<String> dataClasses() {
      AnnotationInstance discloses = method.declaredAnnotation(DISCLOSES);
      return discloses == null ? List.of() : List.of(discloses.value().asEnumArray());
    }

    /** Whether a caller of another department may break the glass. */
    boolean mayBreakGlass() {
      return method.hasDeclaredAnnotation(MAY_BREAK_GLASS);
    }

    /** The status codes that {@code @StatusCodes} names. */
    NavigableSet<String> declaredCodes() {
      AnnotationInstance declared = method.declaredAnnotation(STATUS_CODES);
      NavigableSet<String> codes = new TreeSet<>();
      if (declared != null) {
        Arrays.stream(declared.value().asIntArray())
            .forEach(code -> codes.add(Integer.toString(code)));
      }
      return codes;
    }

    /** Whether it sets headers, such as ETag. */
    boolean setsHeaders() {
      return method.returnType().name().equals(REST_RESPONSE);
    }
  }
}
