package org.kexin.contract;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Walks schemas and the references between them. */
final class SchemaTree {

  private static final String PREFIX = "#/components/schemas/";

  private final Map<String, Schema> components;

  SchemaTree(Map<String, Schema> components) {
    this.components = components;
  }

  /** The name of the shared schema that is referred to. */
  static String nameOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** A reference to the shared schema with that name. */
  static String refTo(String name) {
    return PREFIX + name;
  }

  /** {@code schema} itself, or the shared one that it refers to. */
  Schema resolved(Schema schema) {
    Schema found = schema;
    while (found.getRef() != null) {
      String name = nameOf(found.getRef());
      found = Objects.requireNonNull(components.get(name), () -> "no schema named " + name);
    }
    return found;
  }

  /** Visits {@code root} and all that stands in it, without following references. */
  static void visit(Schema root, Consumer<Schema> visitor) {
    visitor.accept(root);
    children(root).forEach(child -> visit(child, visitor));
  }

  /** The names of the shared schemas that the contents need, directly or through others. */
  NavigableSet<String> reachedFrom(Collection<Content> contents) {
    NavigableSet<String> reached = new TreeSet<>();
    Deque<Schema> open = new ArrayDeque<>();
    contents.stream()
        .flatMap(content -> content.getMediaTypes().values().stream())
        .flatMap(media -> Stream.ofNullable(media.getSchema()))
        .forEach(open::add);
    while (!open.isEmpty()) {
      visit(
          open.remove(),
          schema -> {
            if (schema.getRef() != null && reached.add(nameOf(schema.getRef()))) {
              open.add(resolved(schema));
            }
          });
    }
    return reached;
  }

  private static Stream<Schema> children(Schema schema) {
    return Stream.of(
            values(schema.getProperties()),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
            items(schema.getAllOf()),
            items(schema.getAnyOf()),
            items(schema.getOneOf()))
        .flatMap(stream -> stream);
  }

  private static Stream<Schema> values(Map<String, Schema> schemas) {
    return schemas == null ? Stream.of() : schemas.values().stream();
  }

  private static Stream<Schema> items(Collection<Schema> schemas) {
    return schemas == null ? Stream.of() : schemas.stream();
  }
}
