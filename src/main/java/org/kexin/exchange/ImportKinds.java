package org.kexin.exchange;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/** The kinds of import there are, by name. */
@ApplicationScoped
class ImportKinds {

  private final Map<String, ImportKind> byName = new TreeMap<>();

  ImportKinds(@All List<ImportKind> kinds) {
    kinds.forEach(kind -> byName.put(kind.name(), kind));
  }

  /**
   * @throws ProblemException {@code parameter-invalid} if there is no such kind
   */
  ImportKind demand(@Nullable String name) {
    ImportKind kind = name == null ? null : byName.get(name);
    if (kind == null) {
      throw ProblemException.parameter(
          "kind", "Say kind as one of " + String.join(", ", byName.keySet()) + ".");
    }
    return kind;
  }
}
