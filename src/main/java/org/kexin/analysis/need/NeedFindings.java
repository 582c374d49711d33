package org.kexin.analysis.need;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.need.NeedTally.Part;
import org.kexin.analysis.need.NeedTally.Row;

/** Who is due for what as an answer, without figures of too few customers. */
final class NeedFindings {

  /** Says nothing of the parts, some of which may be held back. */
  private static final Comparator<Row> MOST_REGULARS_FIRST =
      Comparator.comparingLong(Row::customers).reversed().thenComparing(Row::item);

  private final NeedTally tally;
  private final Map<String, String> names;
  private final SmallGroups groups;

  /**
   * @param names of items that have one
   */
  NeedFindings(NeedTally tally, Map<String, String> names, SmallGroups groups) {
    this.tally = tally;
    this.names = names;
    this.groups = groups;
  }

  /**
   * @param top rows at most
   */
  NeedsView view(About about, int top) {
    List<Row> all = tally.rows();
    List<Row> shown = new ArrayList<>(all.stream().filter(this::isShown).toList());
    if (!groups.individualsAllowed()) {
      shown.sort(MOST_REGULARS_FIRST);
    }
    List<NeedsView.DueRow> rows = shown.stream().limit(top).map(this::row).toList();
    boolean absent = shown.size() < all.size() || rows.stream().anyMatch(NeedFindings::lacks);
    return new NeedsView(
        withUnnamed(about),
        groups.show(tally.regulars(), tally.regulars()),
        all.size(),
        all.size() - shown.size(),
        rows,
        absent ? groups.reason() : null);
  }

  /** Those who buy it regularly, and those who buy regularly but not it, are not few. */
  private boolean isShown(Row row) {
    return groups.shows(row.customers()) && groups.shows(tally.regulars() - row.customers());
  }

  private static boolean lacks(NeedsView.DueRow row) {
    return row.pastDue() == null
        || row.coming() == null
        || row.later() == null
        || row.lapsed() == null;
  }

  private NeedsView.DueRow row(Row row) {
    List<Part> parts = List.of(Part.values());
    List<Boolean> shown = groups.shown(parts, row::count);
    Map<Part, Long> figures = new EnumMap<>(Part.class);
    for (int i = 0; i < parts.size(); i++) {
      if (shown.get(i)) {
        figures.put(parts.get(i), row.count(parts.get(i)));
      }
    }
    return new NeedsView.DueRow(
        row.item(),
        names.get(row.item()),
        row.customers(),
        figures.get(Part.PAST_DUE),
        figures.get(Part.COMING),
        figures.get(Part.LATER),
        figures.get(Part.LAPSED));
  }

  private About withUnnamed(About about) {
    return tally.unnamed() == 0
        ? about
        : about.plus(
            new About.Omission(
                "NO_CATEGORY",
                "Lines of products without a category.",
                groups.show(tally.buyers(), tally.unnamed())));
  }
}
