package org.kexin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The records and enums of the service by the name that their schema has. */
final class Records {

  private static final DotName SCHEMA = DotName.createSimple(Schema.class);
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName NOT_NULL = DotName.createSimple(NotNull.class);
  private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);

  private final Map<String, ClassInfo> bySchemaName = new TreeMap<>();

  /**
   * @throws IllegalStateException if two types of the contract have the same schema name
   */
  Records(IndexView index) {
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.isRecord() || type.isEnum()) {
        bySchemaName.merge(nameOf(type), type, Records::preferred);
      }
    }
  }

  /** The record with that schema name. */
  Optional<ClassInfo> record(String schemaName) {
    return Optional.ofNullable(bySchemaName.get(schemaName)).filter(ClassInfo::isRecord);
  }

  /** Its members by their JSON name, in the order of their declaration. */
  static Map<String, RecordComponentInfo> members(ClassInfo type) {
    Map<String, RecordComponentInfo> members = new LinkedHashMap<>();
    for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
      AnnotationInstance renamed = component.annotation(JSON_PROPERTY);
      AnnotationValue name = renamed == null ? null : renamed.value();
      members.put(name == null ? component.name() : name.asString(), component);
    }
    return members;
  }

  /** The members that an answer always has: absent values are left out, others never are. */
  static List<String> alwaysAnswered(ClassInfo type) {
    return members(type).entrySet().stream()
        .filter(member -> !isNullable(member.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The members that a request must have: those whose absence validation refuses. */
  static List<String> alwaysAsked(ClassInfo type) {
    return members(type).entrySet().stream()
        .filter(
            member ->
                member.getValue().type().hasAnnotation(NOT_NULL) || isNumber(member.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** An absent one is read as zero, which the bounds of every number in a request refuse. */
  private static boolean isNumber(RecordComponentInfo component) {
    return component.type() instanceof PrimitiveType primitive
        && primitive.primitive() != PrimitiveType.Primitive.BOOLEAN;
  }

  private static boolean isNullable(RecordComponentInfo component) {
    return component.type().hasAnnotation(NULLABLE);
  }

  private static String nameOf(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    AnnotationValue name = schema == null ? null : schema.value("name");
    return name == null ? type.simpleName() : name.asString();
  }

  /** Only what carries {@code @Schema} is meant for the contract. */
  private static ClassInfo preferred(ClassInfo one, ClassInfo other) {
    // Quarkus may index one class twice.
    if (one.name().equals(other.name())) {
      return one;
    }
    if (one.hasDeclaredAnnotation(SCHEMA) && other.hasDeclaredAnnotation(SCHEMA)) {
      throw new IllegalStateException(
          "%s and %s would have the same schema name: give one @Schema(name = …)."
              .formatted(one.name(), other.name()));
    }
    return one.hasDeclaredAnnotation(SCHEMA) ? one : other;
  }
}
