package org.kexin.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One person's attributes as one caller may see them. Each attribute passes through here on its way
 * into a view, which is how masking and the access record can never disagree.
 */
public final class Look {

  private final Viewing viewing;
  private final UUID person;
  private final Set<String> fields;
  private final String prefix;
  private final SortedSet<String> masked;
  private final Map<AttributeClass, Sight> decided;

  Look(Viewing viewing, UUID person, Set<String> fields) {
    this(viewing, person, fields, "", new TreeSet<>(), new EnumMap<>(AttributeClass.class));
  }

  private Look(
      Viewing viewing,
      UUID person,
      Set<String> fields,
      String prefix,
      SortedSet<String> masked,
      Map<AttributeClass, Sight> decided) {
    this.viewing = viewing;
    this.person = person;
    this.fields = fields;
    this.prefix = prefix;
    this.masked = masked;
    this.decided = decided;
  }

  /** This look with these classes in clear, whatever the policy shows without a reason. */
  Look unmasking(Set<AttributeClass> classes) {
    classes.forEach(attribute -> decided.put(attribute, Sight.CLEAR));
    return this;
  }

  /**
   * The same look at the members of {@code attribute}, which are named {@code attribute.member}.
   */
  public Look within(String attribute) {
    return new Look(viewing, person, Set.of(), prefix + attribute + ".", masked, decided);
  }

  /** Whether the caller asked for this member; what nobody asked for is not shown. */
  public boolean wants(String attribute) {
    return fields.isEmpty() || fields.contains(attribute);
  }

  /** Whether attributes of this class are shown in clear, by the policy or for a reason. */
  public boolean sees(AttributeClass attribute) {
    return sight(attribute) == Sight.CLEAR;
  }

  /**
   * An attribute as the caller may see it: the value, its masked form, or null.
   *
   * @param attribute name of the member in the answer
   * @param mask renders the value so that it identifies nobody
   */
  public <T> @Nullable T show(
      String attribute, AttributeClass of, @Nullable T value, UnaryOperator<T> mask) {
    if (value == null || isEmpty(value) || !wants(attribute)) {
      return null;
    }
    return switch (sight(of)) {
      case CLEAR -> {
        viewing.noteDisclosed(prefix + attribute);
        yield value;
      }
      case MASKED -> {
        note(attribute);
        yield mask.apply(value);
      }
      case HIDDEN -> {
        note(attribute);
        yield null;
      }
    };
  }

  /** An attribute that has no masked form: shown whole or left out. */
  public <T> @Nullable T showOrHide(String attribute, AttributeClass of, @Nullable T value) {
    if (sight(of) == Sight.MASKED && value != null && !isEmpty(value) && wants(attribute)) {
      note(attribute);
      return null;
    }
    return show(attribute, of, value, UnaryOperator.identity());
  }

  /** The names of the attributes that were masked or left out. */
  public List<String> masked() {
    return List.copyOf(masked);
  }

  private Sight sight(AttributeClass of) {
    return decided.computeIfAbsent(of, it -> viewing.sight(person, it));
  }

  private void note(String attribute) {
    masked.add(prefix + attribute);
    viewing.noteMasked(prefix + attribute);
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Collection<?> many && many.isEmpty();
  }
}
