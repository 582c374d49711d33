package org.kexin.shared.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/** Reads the query parameter {@code fields}: which members of an answer are wanted. */
public final class Fields {

  private Fields() {}

  /**
   * The members wanted; empty means all.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not in {@code allowed}
   */
  public static Set<String> parse(@Nullable String fields, Set<String> allowed) {
    if (fields == null || fields.isBlank()) {
      return Set.of();
    }
    Set<String> wanted = new LinkedHashSet<>(List.of(fields.split(",", 100)));
    if (!allowed.containsAll(wanted)) {
      throw ProblemException.parameter(
          "fields", "Name some of: " + String.join(",", new TreeSet<>(allowed)) + ".");
    }
    return wanted;
  }
}
