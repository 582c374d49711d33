package org.kexin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kexin.access.ConsentedUse.MARKETING;
import static org.kexin.access.ConsentedUse.PARTNER_SHARING;
import static org.kexin.access.ConsentedUse.PROFILING;
import static org.kexin.access.ConsentedUse.SENSITIVE_DATA;
import static org.kexin.consent.ConsentChannel.EMAIL;
import static org.kexin.consent.ConsentChannel.SMS;
import static org.kexin.consent.Standing.EXPIRED;
import static org.kexin.consent.Standing.GIVEN;
import static org.kexin.consent.Standing.NEVER_DECIDED;
import static org.kexin.consent.Standing.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.access.ConsentedUse;

/** What follows from decisions. Moments are seconds after {@link #START}; now is second 100. */
class ConsentStateTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final long NOW = 100;

  @Test
  void nothingDecidedIsNotGiven() {
    ConsentState state = state();

    assertThat(state.standing(PROFILING, null)).isEqualTo(NEVER_DECIDED);
    assertThat(state.standing(MARKETING, SMS)).isEqualTo(NEVER_DECIDED);
    assertThat(state.given()).isEmpty();
  }

  @Test
  void theNewestDecisionHasTheLastWord() {
    assertThat(state(given(PROFILING, 1), withdrawn(PROFILING, 2)).standing(PROFILING, null))
        .isEqualTo(WITHDRAWN);
    assertThat(state(given(PROFILING, 3), withdrawn(PROFILING, 2)).standing(PROFILING, null))
        .isEqualTo(GIVEN);
  }

  @Test
  void usesAreSeparate() {
    ConsentState state = state(given(SENSITIVE_DATA, 1));

    assertThat(state.given()).containsExactly(SENSITIVE_DATA);
    assertThat(state.standing(PARTNER_SHARING, null)).isEqualTo(NEVER_DECIDED);
  }

  @Test
  void aDecisionAboutAllChannelsCoversEachAndIsOutweighedByANewerOneAboutOne() {
    ConsentState state = state(marketing(null, Verdict.GIVEN, 1), sms(Verdict.WITHDRAWN, 2));

    assertThat(state.standing(MARKETING, SMS)).isEqualTo(WITHDRAWN);
    assertThat(state.standing(MARKETING, EMAIL)).isEqualTo(GIVEN);
    assertThat(state.given()).containsExactly(MARKETING);
  }

  @Test
  void aNewerDecisionAboutAllChannelsOutweighsAnOlderOneAboutOne() {
    ConsentState state = state(sms(Verdict.GIVEN, 1), marketing(null, Verdict.WITHDRAWN, 2));

    assertThat(state.standing(MARKETING, SMS)).isEqualTo(WITHDRAWN);
    assertThat(state.given()).isEmpty();
  }

  @Test
  void aWithdrawalOutweighsAConsentOfTheSameMoment() {
    assertThat(state(given(PROFILING, 7), withdrawn(PROFILING, 7)).standing(PROFILING, null))
        .isEqualTo(WITHDRAWN);
    assertThat(
            state(sms(Verdict.GIVEN, 7), marketing(null, Verdict.WITHDRAWN, 7))
                .standing(MARKETING, SMS))
        .isEqualTo(WITHDRAWN);
  }

  @Test
  void ofTwoConsentsOfTheSameMomentTheOneThatEndsEarlierCounts() {
    assertThat(state(given(PROFILING, 7), until(PROFILING, 7, 50)).standing(PROFILING, null))
        .isEqualTo(EXPIRED);
  }

  @Test
  void aConsentEndsAtItsEndAndLeavesNoOlderOneInForce() {
    Choice older = given(PROFILING, 1);
    Choice ending = until(PROFILING, 2, 60);

    assertThat(ConsentState.of(List.of(older, ending), at(59)).standing(PROFILING, null))
        .isEqualTo(GIVEN);
    assertThat(ConsentState.of(List.of(older, ending), at(60)).standing(PROFILING, null))
        .isEqualTo(EXPIRED);
    assertThat(ConsentState.of(List.of(older, ending), at(60)).given()).isEmpty();
  }

  @Test
  void onlyMarketingHasChannelsAndOnlyAConsentEnds() {
    assertThatThrownBy(() -> choice(PROFILING, SMS, Verdict.GIVEN, 1, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choice(PROFILING, null, Verdict.WITHDRAWN, 1, 2L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void theOrderInWhichDecisionsAreReadDoesNotMatter(
      @ForAll("choices") List<Choice> choices, @ForAll long seed) {
    List<Choice> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(standings(shuffled)).isEqualTo(standings(choices));
  }

  /** Recorded after any others, whatever moments these claim, a withdrawal takes effect. */
  @Property
  void aWithdrawalRecordedNowTakesEffectWhateverWasDecidedBefore(
      @ForAll("choices") List<Choice> before,
      @ForAll ConsentedUse use,
      @ForAll boolean onAllChannels) {
    ConsentChannel channel = use == MARKETING && !onAllChannels ? SMS : null;
    Instant newest = before.stream().map(Choice::decidedAt).max(Instant::compareTo).orElse(null);
    Instant moment = ConsentRules.firstMoment(at(NOW), newest);
    List<Choice> all = new ArrayList<>(before);
    all.add(new Choice(id(), use, channel, Verdict.WITHDRAWN, moment, null));

    ConsentState state = ConsentState.of(all, at(NOW));

    ConsentState.channelsOf(use).stream()
        .map(it -> it.orElse(null))
        .filter(it -> channel == null || it == channel)
        .forEach(it -> assertThat(state.standing(use, it)).isEqualTo(WITHDRAWN));
    if (channel == null) {
      assertThat(state.given()).doesNotContain(use);
    }
  }

  /** What the table gives for the present state: the newest of each use and channel. */
  @Property
  void theNewestOfEachUseAndChannelAreEnough(@ForAll("choices") List<Choice> choices) {
    List<Choice> newest =
        choices.stream()
            .filter(
                choice ->
                    choices.stream()
                        .filter(it -> it.use() == choice.use() && it.channel() == choice.channel())
                        .noneMatch(it -> it.decidedAt().isAfter(choice.decidedAt())))
            .toList();

    assertThat(standings(newest)).isEqualTo(standings(choices));
  }

  @Property
  void whatIsGivenRestsOnAConsentThatHasNotEnded(@ForAll("choices") List<Choice> choices) {
    ConsentState state = ConsentState.of(choices, at(NOW));

    assertThat(state.given())
        .allSatisfy(
            use ->
                assertThat(choices)
                    .anyMatch(
                        choice ->
                            choice.use() == use
                                && choice.verdict() == Verdict.GIVEN
                                && (choice.validUntil() == null
                                    || choice.validUntil().isAfter(at(NOW)))));
  }

  /**
   * Moments from a small range, also ahead of now as a fast clock makes them, so that ties occur.
   */
  @Provide
  Arbitrary<List<Choice>> choices() {
    Arbitrary<Choice> choice =
        Combinators.combine(
                Arbitraries.of(ConsentedUse.class),
                Arbitraries.of(ConsentChannel.class).injectNull(0.4),
                Arbitraries.of(Verdict.class),
                Arbitraries.longs().between(95, 105),
                Arbitraries.longs().between(95, 110).injectNull(0.5))
            .as(
                (use, channel, verdict, decidedAt, end) ->
                    choice(
                        use,
                        use == MARKETING ? channel : null,
                        verdict,
                        decidedAt,
                        verdict == Verdict.GIVEN ? end : null));
    return choice.list().ofMaxSize(12);
  }

  private static List<Standing> standings(List<Choice> choices) {
    ConsentState state = ConsentState.of(choices, at(NOW));
    List<Standing> standings = new ArrayList<>();
    for (ConsentedUse use : ConsentedUse.values()) {
      ConsentState.channelsOf(use)
          .forEach(channel -> standings.add(state.standing(use, channel.orElse(null))));
    }
    return standings;
  }

  private static ConsentState state(Choice... choices) {
    return ConsentState.of(List.of(choices), at(NOW));
  }

  private static Choice given(ConsentedUse use, long at) {
    return choice(use, null, Verdict.GIVEN, at, null);
  }

  private static Choice until(ConsentedUse use, long at, long end) {
    return choice(use, null, Verdict.GIVEN, at, end);
  }

  private static Choice withdrawn(ConsentedUse use, long at) {
    return choice(use, null, Verdict.WITHDRAWN, at, null);
  }

  private static Choice sms(Verdict verdict, long at) {
    return marketing(SMS, verdict, at);
  }

  private static Choice marketing(@Nullable ConsentChannel channel, Verdict verdict, long at) {
    return choice(MARKETING, channel, verdict, at, null);
  }

  private static Choice choice(
      ConsentedUse use,
      @Nullable ConsentChannel channel,
      Verdict verdict,
      long decidedAt,
      @Nullable Long end) {
    return new Choice(id(), use, channel, verdict, at(decidedAt), end == null ? null : at(end));
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }
}
