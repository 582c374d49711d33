package org.kexin.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of merge patches (RFC 7396), made of those of the documents they change: no member is
 * needed, each can be null to remove it, objects are patches in turn, arrays are replaced whole.
 */
final class Patches {

  private final Map<String, Schema> components;
  private final SchemaTree tree;

  Patches(Map<String, Schema> components) {
    this.components = components;
    this.tree = new SchemaTree(components);
  }

  /** A reference to the patch of the document with that schema name. */
  Schema of(String document) {
    String name = document.replaceFirst("^New(?=[A-Z])", "") + "Patch";
    if (!components.containsKey(name)) {
      Schema patch = OASFactory.createSchema();
      components.put(name, patch);
      Schema whole = tree.resolved(OASFactory.createSchema().ref(SchemaTree.refTo(document)));
      patch.setType(List.of(SchemaType.OBJECT));
      patch.setDescription("A merge patch of " + document + ": absent stays, null removes.");
      Map<String, Schema> members = new LinkedHashMap<>();
      whole.getProperties().forEach((member, schema) -> members.put(member, nullable(schema)));
      patch.setProperties(members);
    }
    return OASFactory.createSchema().ref(SchemaTree.refTo(name));
  }

  private Schema nullable(Schema member) {
    if (member.getRef() == null) {
      return inline(member);
    }
    Schema target = tree.resolved(member);
    Schema value =
        target.getProperties() == null
            ? OASFactory.createSchema().ref(member.getRef())
            : of(SchemaTree.nameOf(member.getRef()));
    Schema none = OASFactory.createSchema().type(List.of(SchemaType.NULL));
    Schema either = OASFactory.createSchema().anyOf(List.of(value, none));
    either.setDescription(member.getDescription());
    return either;
  }

  private static Schema inline(Schema member) {
    Schema copy = OASFactory.createSchema();
    copy.setAll(new LinkedHashMap<>(member.getAll()));
    List<SchemaType> types = new ArrayList<>(member.getType());
    types.add(SchemaType.NULL);
    copy.setType(types);
    return copy;
  }
}
