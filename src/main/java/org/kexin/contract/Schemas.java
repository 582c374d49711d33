package org.kexin.contract;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;

/**
 * Makes the shared schemas say what the records do: no more members, and which are always there.
 */
final class Schemas {

  /** Longer than any value we shall ever name. */
  private static final int CODE_CHARS = 64;

  private final Map<String, Schema> components;
  private final Records records;

  Schemas(Map<String, Schema> components, Records records) {
    this.components = components;
    this.records = records;
  }

  /** Standard types of Java stand inline, without what the generator guesses about them. */
  void inlineScalars(Collection<Schema> roots) {
    Map<String, Schema> scalars = new TreeMap<>();
    components.forEach(
        (name, schema) -> {
          if (isScalar(schema)) {
            scalars.put(name, schema);
          }
        });
    roots.forEach(root -> SchemaTree.visit(root, schema -> inline(schema, scalars)));
    components.values().forEach(root -> SchemaTree.visit(root, schema -> inline(schema, scalars)));
    scalars.keySet().forEach(components::remove);
  }

  private static boolean isScalar(Schema schema) {
    boolean text = schema.getType() != null && schema.getType().equals(List.of(SchemaType.STRING));
    return schema.getRef() != null || (text && schema.getEnumeration() == null);
  }

  private static void inline(Schema schema, Map<String, Schema> scalars) {
    Schema scalar =
        schema.getRef() == null ? null : scalars.get(SchemaTree.nameOf(schema.getRef()));
    if (scalar != null) {
      schema.setRef(null);
      schema.setType(List.of(SchemaType.STRING));
      schema.setFormat(scalar.getFormat());
    } else if (schema.getRef() != null) {
      // The generator repeats the type of what it refers to.
      schema.setType(null);
      schema.setFormat(null);
    }
    if ("uuid".equals(schema.getFormat())) {
      schema.setPattern(null);
    } else if (schema.getPattern() != null && !schema.getPattern().startsWith("^")) {
      // Bean Validation matches the whole text, JSON Schema any part of it.
      schema.setPattern("^(?:" + schema.getPattern() + ")$");
    }
  }

  /** A client generated from a closed enum breaks at the first new value. */
  void openEnums(Collection<Schema> roots) {
    roots.forEach(root -> SchemaTree.visit(root, Schemas::open));
    components.values().forEach(root -> SchemaTree.visit(root, Schemas::open));
  }

  private static void open(Schema schema) {
    if (schema.getEnumeration() != null) {
      schema.addExtension("x-extensible-enum", List.copyOf(schema.getEnumeration()));
      schema.setEnumeration(null);
      schema.setMaxLength(CODE_CHARS);
    }
  }

  /** Properties are the members of the record, in its order; helpers named like getters are not. */
  void keepMembers() {
    components.forEach(
        (name, schema) -> records.record(name).ifPresent(type -> keepMembers(schema, type)));
  }

  private static void keepMembers(Schema schema, ClassInfo type) {
    Map<String, Schema> kept = new LinkedHashMap<>();
    for (String member : Records.members(type).keySet()) {
      Schema property = schema.getProperties() == null ? null : schema.getProperties().get(member);
      if (property != null) {
        kept.put(member, property);
      }
    }
    schema.setProperties(kept);
  }

  /** Says which members are always there, and closes what is only ever sent to us. */
  void demandMembers(Collection<Content> requests, Collection<Content> answers) {
    SchemaTree tree = new SchemaTree(components);
    NavigableSet<String> asked = tree.reachedFrom(requests);
    NavigableSet<String> answered = tree.reachedFrom(answers);
    components.forEach(
        (name, schema) ->
            records
                .record(name)
                .ifPresent(
                    type ->
                        demand(
                            schema,
                            asked.contains(name)
                                ? Records.alwaysAsked(type)
                                : Records.alwaysAnswered(type))));
    NavigableSet<String> onlyAsked = new TreeSet<>(asked);
    onlyAsked.removeAll(answered);
    components.forEach(
        (name, schema) -> {
          if (asked.contains(name)) {
            SchemaTree.visit(schema, Schemas::bound);
          }
          if (onlyAsked.contains(name)) {
            close(schema);
          }
        });
  }

  private static void demand(Schema schema, List<String> names) {
    // A member with a default may be left out, unless its Java type has no way to be absent.
    List<String> needed =
        schema.getProperties().entrySet().stream()
            .filter(member -> names.contains(member.getKey()))
            .filter(member -> !mayBeLeftOut(member.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    schema.setRequired(needed.isEmpty() ? null : needed);
  }

  private static boolean mayBeLeftOut(Schema member) {
    List<SchemaType> types = member.getType();
    boolean primitive =
        types != null
            && (types.contains(SchemaType.BOOLEAN)
                || types.contains(SchemaType.INTEGER)
                || types.contains(SchemaType.NUMBER));
    return member.getDefaultValue() != null && !primitive;
  }

  private static void close(Schema schema) {
    if (schema.getProperties() != null) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }

  /** Whole numbers have the bounds of their Java type where they have none of their own. */
  static void bound(Schema schema) {
    if (schema.getType() == null || !schema.getType().contains(SchemaType.INTEGER)) {
      return;
    }
    boolean small = "int32".equals(schema.getFormat());
    if (schema.getMinimum() == null) {
      schema.setMinimum(BigDecimal.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE));
    }
    if (schema.getMaximum() == null) {
      schema.setMaximum(BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
    }
  }

  /**
   * Drops what nothing refers to.
   *
   * @throws IllegalStateException if the generator numbered a schema because its name was taken
   */
  void dropUnused(Collection<Content> contents) {
    components.keySet().retainAll(new SchemaTree(components).reachedFrom(contents));
    for (String name : components.keySet()) {
      String stem = name.replaceAll("[0-9]+$", "");
      if (!stem.equals(name) && components.containsKey(stem)) {
        throw new IllegalStateException(
            "Two types have the schema name %s: give one @Schema(name = …).".formatted(stem));
      }
    }
  }
}
