package org.kexin.shared.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * Finds the query parameter that does not fit its type. JAX-RS answers such a request as if there
 * were no such path (section 3.2 of the specification), which tells the caller nothing.
 */
final class QueryParameters {

  /** Texts have no form that could be wrong, enums are looked at by their names. */
  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.of(
          Integer.class, Integer::valueOf,
          Long.class, Long::valueOf,
          UUID.class, UUID::fromString,
          LocalDate.class, LocalDate::parse,
          Instant.class, Instant::parse);

  private QueryParameters() {}

  /** The refusal of the first parameter that does not fit, if the query is to blame. */
  static Optional<ProblemException> refusal(
      @Nullable Method method, MultivaluedMap<String, String> query) {
    if (method == null) {
      return Optional.empty();
    }
    return Arrays.stream(method.getParameters())
        .flatMap(QueryParameters::declaredBy)
        .filter(parameter -> !fits(parameter.type(), query.getFirst(parameter.name())))
        .map(QueryParameters::refusal)
        .findFirst();
  }

  private record Declared(String name, Class<?> type) {}

  /** The query parameter that this is, or those of the record that several operations share. */
  private static Stream<Declared> declaredBy(Parameter parameter) {
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      return Arrays.stream(parameter.getType().getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(RestQuery.class))
          .map(field -> new Declared(field.getName(), field.getType()));
    }
    return parameter.isAnnotationPresent(RestQuery.class)
        ? Stream.of(new Declared(parameter.getName(), parameter.getType()))
        : Stream.empty();
  }

  private static ProblemException refusal(Declared parameter) {
    Object[] constants = parameter.type().getEnumConstants();
    return ProblemException.parameter(
        parameter.name(),
        constants == null
            ? "This is not of the type that the contract says."
            : "Use one of "
                + String.join(", ", Arrays.stream(constants).map(String::valueOf).toList())
                + ".");
  }

  private static boolean fits(Class<?> type, @Nullable String text) {
    if (text == null) {
      return true;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).anyMatch(it -> it.toString().equals(text));
    }
    Function<String, Object> reader = READERS.get(type);
    if (reader == null) {
      return true;
    }
    try {
      return reader.apply(text) != null;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
