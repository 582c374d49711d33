package org.kexin.loyalty;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which level a member has. Pure. */
final class LevelRules {

  private LevelRules() {}

  /** What came of looking at a member's level. */
  sealed interface Verdict {}

  /** The level stays. */
  record Stays() implements Verdict {}

  /** The level becomes another; null is none. */
  record Becomes(@Nullable String level) implements Verdict {}

  /**
   * The highest level whose threshold is reached.
   *
   * @param present the member's level; null for none
   * @param qualifying points that purchases within the window brought, less what went back
   */
  static Verdict judge(ProgrammeTerms terms, @Nullable String present, long qualifying) {
    String reached =
        terms.levels().stream()
            .filter(level -> level.threshold() <= qualifying)
            .reduce((lower, higher) -> higher)
            .map(LoyaltyLevel::code)
            .orElse(null);
    return Objects.equals(reached, present) ? new Stays() : new Becomes(reached);
  }
}
