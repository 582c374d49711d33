package org.kexin.analysis;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.customer.Kind;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.Channel;
import org.kexin.transaction.SaleTrait;

/**
 * Which part of the sales an analysis looks at. Only for those who may see individuals: the sales
 * of one customer may make the difference between two parts, or between a part and the whole.
 *
 * @param channels each once, as declared; empty for all
 * @param customerKind null for both, and for sales without a known customer
 * @param category only lines of products of this category; null for all. For analyses that read
 *     lines
 */
public record Filters(
    List<Channel> channels, @Nullable Kind customerKind, @Nullable String category) {

  /** All sales. */
  public static final Filters NONE = new Filters(List.of(), null, null);

  private static final int LONGEST_CATEGORY = 100;

  /** Orders the channels, so that the same filters are equal and written alike. */
  public Filters {
    channels = channels.stream().distinct().sorted().toList();
  }

  /**
   * Reads query parameters.
   *
   * @param channels separated by commas
   * @throws ProblemException {@code parameter-invalid} if a word is not one of its parameter
   */
  static Filters of(@Nullable String channels, @Nullable String customerKind) {
    return new Filters(
        channels == null
            ? List.of()
            : Arrays.stream(channels.split(",", -1)).map(Filters::channel).toList(),
        customerKind == null
            ? null
            : SalesQuery.word(Kind.class, "customerKind", customerKind, Kind.INDIVIDUAL),
        null);
  }

  private static Channel channel(String word) {
    return SalesQuery.word(Channel.class, "channel", word.strip(), Channel.OTHER);
  }

  /**
   * These, and only lines of a category.
   *
   * @throws ProblemException {@code parameter-invalid} if no category can be called so
   */
  Filters within(@Nullable String category) {
    if (category != null && (category.isBlank() || category.length() > LONGEST_CATEGORY)) {
      throw ProblemException.parameter("category", "A category has 1 to 100 characters.");
    }
    return new Filters(channels, customerKind, category);
  }

  /** Whether a sale through this channel counts; null where it was not read. */
  boolean takes(@Nullable Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  /** Whether a sale to a customer of this kind counts; null for one without a known customer. */
  boolean takes(@Nullable Kind kind) {
    return customerKind == null || customerKind == kind;
  }

  /** What must be read of a sale to tell. */
  Set<SaleTrait> traits() {
    Set<SaleTrait> traits = EnumSet.noneOf(SaleTrait.class);
    if (!channels.isEmpty()) {
      traits.add(SaleTrait.CHANNEL);
    }
    if (customerKind != null) {
      traits.add(SaleTrait.CUSTOMER_KIND);
    }
    return traits;
  }

  /** What an answer says of them among its parameters: those that were given. */
  void state(SortedMap<String, String> parameters) {
    if (!channels.isEmpty()) {
      parameters.put(
          "channel", channels.stream().map(Channel::name).collect(Collectors.joining(",")));
    }
    if (customerKind != null) {
      parameters.put("customerKind", customerKind.name());
    }
    if (category != null) {
      parameters.put("category", category);
    }
  }

  /**
   * Refuses any of them.
   *
   * @throws ProblemException {@code parameter-invalid} if there is one
   */
  void demandNone(int smallestGroup) {
    SortedMap<String, String> given = new TreeMap<>();
    state(given);
    if (!given.isEmpty()) {
      throw ProblemException.parameter(
          given.firstKey(),
          "This role is answered of all sales: less those of a filter they could tell of fewer than"
              + " %d customers.".formatted(smallestGroup));
    }
  }
}
