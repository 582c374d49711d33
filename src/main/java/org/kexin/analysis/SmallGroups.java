package org.kexin.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps figures of few people from those who may not see individuals: a group with fewer customers
 * than k is shown without its figures. An empty group tells nothing of anybody and stays.
 *
 * @param individualsAllowed whether the answer is for somebody who may see individuals
 * @param smallestGroup k
 */
public record SmallGroups(boolean individualsAllowed, int smallestGroup) {

  /** Whether figures of so many customers may be shown. */
  public boolean shows(long customers) {
    return individualsAllowed || customers == 0 || customers >= smallestGroup;
  }

  /** Whether figures of each of so many equal parts of these customers may be shown. */
  public boolean showsEach(long customers, int parts) {
    return individualsAllowed || customers == 0 || customers >= (long) parts * smallestGroup;
  }

  /** {@code figure}, or null if it would speak of too few of these customers. */
  public <T> @Nullable T show(long customers, T figure) {
    return shows(customers) ? figure : null;
  }

  /** Why figures are absent. */
  public String reason() {
    return "Fewer than %d customers are not shown to this role.".formatted(smallestGroup);
  }

  /**
   * Which of the groups of one whole may be shown, when the whole is shown too. With the groups
   * that are too small the smallest other one is held back, or else the whole less all that is
   * shown would be the figures of the small ones.
   *
   * @return for each group in turn whether it is shown
   */
  public <G> List<Boolean> shown(List<G> groups, ToLongFunction<G> customers) {
    List<Boolean> shown =
        new ArrayList<>(groups.stream().map(group -> shows(customers.applyAsLong(group))).toList());
    if (shown.contains(false)) {
      IntStream.range(0, groups.size())
          .filter(i -> shown.get(i) && customers.applyAsLong(groups.get(i)) > 0)
          .boxed()
          .min(Comparator.comparingLong(i -> customers.applyAsLong(groups.get(i))))
          .ifPresent(i -> shown.set(i, false));
    }
    return shown;
  }
}
