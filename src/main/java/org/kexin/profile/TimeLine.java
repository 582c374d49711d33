package org.kexin.profile;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/**
 * Everything that happened between a customer and the company, in one order. Each source gives as
 * many entries as a page holds, and the newest of all make the page: however much a customer did, a
 * page costs the same.
 */
@ApplicationScoped
class TimeLine {

  private final List<TimeLineSource> sources;

  TimeLine(@All List<TimeLineSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** All kinds of entries, by name. */
  SortedSet<String> kinds() {
    SortedSet<String> kinds = new TreeSet<>();
    sources.forEach(source -> kinds.addAll(source.kinds()));
    return kinds;
  }

  /**
   * A page of entries, newest first.
   *
   * @param kinds wanted; empty for all
   * @throws ProblemException {@code parameter-invalid} if there is no such kind
   */
  Page<TimeLineEntry> page(UUID person, Set<String> kinds, PageRequest page) {
    demandKnown(kinds);
    String after = page.after();
    TimePosition behind = after == null ? null : TimePosition.parse(after);
    List<TimeLineEntry> entries = new ArrayList<>();
    for (TimeLineSource source : sources) {
      Set<String> wanted = new LinkedHashSet<>(source.kinds());
      if (!kinds.isEmpty()) {
        wanted.retainAll(kinds);
      }
      if (!wanted.isEmpty()) {
        entries.addAll(source.newest(person, wanted, behind, page.rowsToRead()));
      }
    }
    List<TimeLineEntry> newest =
        entries.stream().sorted(TimeLineEntry.NEWEST_FIRST).limit(page.rowsToRead()).toList();
    return Page.of(newest, page, last -> last.position().text());
  }

  private void demandKnown(Set<String> kinds) {
    SortedSet<String> known = kinds();
    if (!known.containsAll(kinds)) {
      throw ProblemException.parameter("kind", "Ask for one of " + String.join(", ", known) + ".");
    }
  }
}
