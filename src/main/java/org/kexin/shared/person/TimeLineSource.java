package org.kexin.shared.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;

/**
 * A feature that has something to tell about what happened between a person and the company. The
 * time line merges all beans of this type.
 *
 * <p>Nothing is copied for it: a second record of everything would have to be erased, merged and
 * kept true, too. A page costs an indexed query per source.
 */
public interface TimeLineSource {

  /** The kinds of its entries; no kind has two sources. */
  Set<String> kinds();

  /**
   * Entries of a person, in the order of {@link TimeLineEntry#NEWEST_FIRST}, whatever their number
   * in as many rows read as given.
   *
   * @param kinds wanted, at least one, all of them this source's own
   * @param behind only entries behind this place in that order; null from the newest on
   * @param limit entries at most
   */
  List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit);
}
