package org.kexin.access;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register where no other is installed: what needs consent is then shown to nobody. */
@DefaultBean
@ApplicationScoped
class NobodyConsented implements ConsentRegister {

  @Override
  public Map<UUID, Set<ConsentedUse>> given(Collection<UUID> persons) {
    return persons.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), person -> Set.of()));
  }
}
