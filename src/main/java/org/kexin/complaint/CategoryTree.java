package org.kexin.complaint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which category stands below which. Pure.
 *
 * @param parents by category; null at the top
 */
record CategoryTree(Map<UUID, @Nullable UUID> parents) {

  /** Levels of the tree at most. */
  static final int MAX_LEVELS = 4;

  /** Categories at most: the tree is read whole. */
  static final int MAX_CATEGORIES = 2_000;

  /** Copies the tree; {@code Map.copyOf} takes no nulls. */
  CategoryTree {
    parents = new HashMap<>(parents);
  }

  /** What comes of putting a category below another. */
  sealed interface Placing {}

  /** It can stand there. */
  record Placed() implements Placing {}

  /** There is no such category above. */
  record NoSuchParent() implements Placing {}

  /** It would stand below itself. */
  record Cycle() implements Placing {}

  /** It, or something below it, would stand on a fifth level. */
  record TooDeep() implements Placing {}

  /**
   * What would come of putting a category there.
   *
   * @param category known or new
   * @param parent null for the top
   */
  Placing place(UUID category, @Nullable UUID parent) {
    if (parent != null && !parents.containsKey(parent)) {
      return new NoSuchParent();
    }
    Set<UUID> below = below(category);
    if (parent != null && below.contains(parent)) {
      return new Cycle();
    }
    int levelsBelow = below.stream().mapToInt(this::level).max().orElse(0) - level(category);
    int levelAbove = parent == null ? 0 : level(parent);
    return levelAbove + 1 + Math.max(0, levelsBelow) > MAX_LEVELS ? new TooDeep() : new Placed();
  }

  /** A category and all below it. */
  Set<UUID> below(UUID category) {
    Map<UUID, List<UUID>> children = new HashMap<>();
    parents.forEach(
        (child, parent) -> {
          if (parent != null) {
            children.computeIfAbsent(parent, none -> new ArrayList<>()).add(child);
          }
        });
    Set<UUID> below = new HashSet<>();
    Deque<UUID> next = new ArrayDeque<>(Set.of(category));
    while (!next.isEmpty()) {
      UUID here = next.remove();
      if (below.add(here)) {
        next.addAll(children.getOrDefault(here, List.of()));
      }
    }
    return below;
  }

  /** The level of a category, 1 at the top; 0 for one that is not in the tree. */
  int level(UUID category) {
    int level = 0;
    UUID here = category;
    while (here != null && parents.containsKey(here)) {
      level++;
      here = parents.get(here);
    }
    return level;
  }

  static CategoryTree of(Collection<ComplaintCategory> categories) {
    Map<UUID, @Nullable UUID> parents = new HashMap<>();
    categories.forEach(category -> parents.put(category.id(), category.parentId()));
    return new CategoryTree(parents);
  }
}
