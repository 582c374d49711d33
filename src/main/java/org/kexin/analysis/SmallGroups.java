package org.kexin.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Keeps figures of few people from those who may not see individuals: a group with fewer customers
 * than k is shown without its figures. An empty group tells nothing of anybody and stays.
 */
record SmallGroups(boolean individualsAllowed, int smallestGroup) {

  /** {@code figure}, or null if it would speak of too few of these customers. */
  <T> @Nullable T show(long customers, T figure) {
    return individualsAllowed || customers == 0 || customers >= smallestGroup ? figure : null;
  }
}
