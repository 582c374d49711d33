package org.kexin.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What persons object to by right. Asked for where people are named, answered by the consent
 * feature, which stands above this one.
 */
public interface ObjectionRegister {

  /**
   * Those of these persons who object to being judged by what they did, in one round trip; they are
   * left out of whatever names people, for whichever purpose (PIPL article 24, GDPR article 21).
   *
   * @param persons at most 1,000
   */
  Set<UUID> objectingToProfiling(Collection<UUID> persons);

  /**
   * Everybody who objects so, a stretch at a time: those with the lowest ids, unsigned, behind one.
   *
   * @param after null to begin
   * @param limit persons at most
   */
  List<UUID> objectingToProfiling(@Nullable UUID after, int limit);
}
