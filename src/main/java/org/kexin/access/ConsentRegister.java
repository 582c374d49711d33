package org.kexin.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What persons agreed to. Asked for by the access policy, answered by the consent feature, which
 * stands above this one.
 */
public interface ConsentRegister {

  /**
   * The uses to which each of these persons agrees at present, in one round trip.
   *
   * @param persons at most 1,000
   * @throws IllegalArgumentException if there are more
   * @return an entry for each person, with an empty set where nothing was agreed to
   */
  Map<UUID, Set<ConsentedUse>> given(Collection<UUID> persons);
}
