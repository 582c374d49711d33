package org.kexin.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/**
 * What one person's decisions allow at a moment. The newest decision that covers a use and channel
 * has the last word, whether it names the channel or all of them; one that has ended leaves no
 * older one in force. What nobody decided is not allowed.
 *
 * <p>Does not depend on the order in which the decisions are given. Those of the same moment are
 * taken against the use: a withdrawal outweighs a consent, and an earlier end a later one.
 */
final class ConsentState {

  private static final Comparator<Choice> LAST_WORD_LAST =
      Comparator.comparing(Choice::decidedAt)
          .thenComparing(Choice::verdict)
          .thenComparing(
              Choice::validUntil, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
          .thenComparing(Choice::id);

  private final List<Choice> choices;
  private final Instant at;

  private ConsentState(Collection<Choice> choices, Instant at) {
    this.choices = List.copyOf(choices);
    this.at = at;
  }

  /**
   * The state at a moment.
   *
   * @param choices of one person; the newest ones of each use and channel are enough
   */
  static ConsentState of(Collection<Choice> choices, Instant at) {
    return new ConsentState(choices, at);
  }

  /** The decision that has the last word, if anything was decided. */
  Optional<Choice> lastWord(ConsentedUse use, @Nullable ConsentChannel channel) {
    return choices.stream().filter(choice -> choice.covers(use, channel)).max(LAST_WORD_LAST);
  }

  /**
   * How matters stand with a use.
   *
   * @param channel null for a use that has none; for marketing, null asks for what was said about
   *     all channels
   */
  Standing standing(ConsentedUse use, @Nullable ConsentChannel channel) {
    return lastWord(use, channel)
        .map(choice -> choice.standingAt(at))
        .orElse(Standing.NEVER_DECIDED);
  }

  /** The uses that are agreed to; marketing where at least one channel is. */
  Set<ConsentedUse> given() {
    return Arrays.stream(ConsentedUse.values())
        .filter(
            use ->
                channelsOf(use).stream()
                    .anyMatch(channel -> standing(use, channel.orElse(null)) == Standing.GIVEN))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The channels of a use; one empty entry where it has none. */
  static List<Optional<ConsentChannel>> channelsOf(ConsentedUse use) {
    return use == ConsentedUse.MARKETING
        ? Arrays.stream(ConsentChannel.values()).map(Optional::of).toList()
        : List.of(Optional.empty());
  }
}
