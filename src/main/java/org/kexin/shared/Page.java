package org.kexin.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in a stable order.
 *
 * @param items at most the page size
 * @param nextPageToken where to go on; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of rows that were read with one row more than fits: the extra row only says
   * that there is a next page, so no count is needed.
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
    if (rows.size() <= request.size()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.size());
    return new Page<>(items, request.tokenAfter(key.apply(items.getLast())));
  }

  /**
   * A page of rows that were picked out of those read.
   *
   * @param lastSeen key of the last row that was looked at; null when no row is left
   */
  public static <T> Page<T> upTo(@Nullable String lastSeen, List<T> items, PageRequest request) {
    return new Page<>(items, lastSeen == null ? null : request.tokenAfter(lastSeen));
  }

  /** The same page without those items that do not fit. */
  public Page<T> filter(Predicate<T> fits) {
    return new Page<>(items.stream().filter(fits).toList(), nextPageToken);
  }

  /** The same page of other items. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), nextPageToken);
  }
}
