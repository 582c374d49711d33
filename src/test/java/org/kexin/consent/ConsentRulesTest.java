package org.kexin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.access.ConsentedUse;
import org.kexin.consent.ConsentingPersons.Capacity;

/** Which decisions may be recorded. */
class ConsentRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final UUID NOTICE = UUID.fromString("0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c31");
  private static final Evidence FORM =
      new Evidence(Evidence.Kind.SIGNED_FORM, "forms/2026/03/000417");

  @Test
  void aConsentWithNoticeAndEvidenceIsTaken() {
    assertThat(codes(given(null, NOTICE, FORM))).isEmpty();
  }

  @Test
  void aConsentNeedsANoticeThatExists() {
    assertThat(codes(given(null, null, FORM)))
        .containsExactly("/decisions/0/noticeId notice-needed");
    assertThat(codes(given(null, new UUID(1, 1), FORM)))
        .containsExactly("/decisions/0/noticeId notice-unknown");
  }

  @Test
  void aConsentNeedsEvidenceThatCanBeFound() {
    assertThat(codes(given(null, NOTICE, null)))
        .containsExactly("/decisions/0/evidence evidence-needed");
    for (Evidence.Kind kind : Evidence.Kind.values()) {
      boolean witnessed = kind == Evidence.Kind.IN_PERSON || kind == Evidence.Kind.APP;
      assertThat(codes(given(null, NOTICE, new Evidence(kind, null))))
          .as(kind.name())
          .isEqualTo(
              witnessed ? List.of() : List.of("/decisions/0/evidence/reference reference-needed"));
    }
  }

  @Test
  void aWithdrawalNeedsNothing() {
    assertThat(codes(withdrawn(null, null))).isEmpty();
  }

  @Test
  void aWithdrawalHasNeitherAMomentOfItsOwnNorAnEnd() {
    assertThat(codes(withdrawn(NOW.minusSeconds(1), NOW.plusSeconds(1))))
        .containsExactly(
            "/decisions/0/decidedAt decided-at-not-allowed",
            "/decisions/0/validUntil valid-until-not-allowed");
  }

  @Test
  void onlyMarketingHasChannels() {
    for (ConsentedUse use : ConsentedUse.values()) {
      NewDecision decision =
          decision(use, ConsentChannel.SMS, Verdict.WITHDRAWN, null, null, null, null);
      assertThat(codes(decision))
          .as(use.name())
          .isEqualTo(
              use == ConsentedUse.MARKETING
                  ? List.of()
                  : List.of("/decisions/0/channel channel-not-allowed"));
    }
  }

  @Test
  void nobodyDecidesInTheFutureOrACenturyAgo() {
    assertThat(codes(decided(NOW))).isEmpty();
    assertThat(codes(decided(NOW.plusSeconds(1))))
        .containsExactly("/decisions/0/decidedAt decided-at-impossible");
    assertThat(codes(decided(Instant.parse("1926-02-01T00:00:00Z"))))
        .containsExactly("/decisions/0/decidedAt decided-at-impossible");
  }

  @Test
  void aConsentEndsAfterItWasDecidedAndWithinACentury() {
    assertThat(codes(ending(NOW.plusSeconds(1)))).isEmpty();
    assertThat(codes(ending(NOW)))
        .containsExactly("/decisions/0/validUntil valid-until-impossible");
    assertThat(codes(ending(Instant.parse("9999-12-31T23:59:59Z"))))
        .containsExactly("/decisions/0/validUntil valid-until-impossible");
  }

  @Test
  void forAChildAGuardianAgreesButTheChildItselfMayWithdraw() {
    NewDecision byChild = given(null, NOTICE, FORM);
    NewDecision byGuardian =
        new NewDecision(
            ConsentedUse.PROFILING,
            null,
            Verdict.GIVEN,
            NOTICE,
            FORM,
            CollectedThrough.SHOP,
            GivenBy.GUARDIAN,
            null,
            null);

    assertThat(codes(Capacity.NEEDS_GUARDIAN, byChild, byGuardian, withdrawn(null, null)))
        .containsExactly("/decisions/0/givenBy guardian-needed");
  }

  @Test
  void allFindingsOfAllDecisionsAreToldAtOnce() {
    assertThat(codes(given(null, NOTICE, FORM), given(ConsentChannel.SMS, null, null)))
        .containsExactly(
            "/decisions/1/channel channel-not-allowed",
            "/decisions/1/noticeId notice-needed",
            "/decisions/1/evidence evidence-needed");
  }

  @Test
  void whatIsRecordedNowComesAfterAllThatIsKnown() {
    assertThat(ConsentRules.firstMoment(NOW, null)).isEqualTo(NOW);
    assertThat(ConsentRules.firstMoment(NOW, NOW.minusSeconds(1))).isEqualTo(NOW);
    assertThat(ConsentRules.firstMoment(NOW, NOW)).isEqualTo(NOW.plusNanos(1_000));
    assertThat(ConsentRules.firstMoment(NOW, NOW.plusSeconds(2)))
        .isEqualTo(NOW.plusSeconds(2).plusNanos(1_000));
  }

  private static NewDecision given(
      @Nullable ConsentChannel channel, @Nullable UUID notice, @Nullable Evidence evidence) {
    return decision(ConsentedUse.PROFILING, channel, Verdict.GIVEN, notice, evidence, null, null);
  }

  private static NewDecision decided(Instant at) {
    return decision(ConsentedUse.PROFILING, null, Verdict.GIVEN, NOTICE, FORM, at, null);
  }

  private static NewDecision ending(Instant end) {
    return decision(ConsentedUse.PROFILING, null, Verdict.GIVEN, NOTICE, FORM, null, end);
  }

  private static NewDecision withdrawn(@Nullable Instant at, @Nullable Instant end) {
    return decision(ConsentedUse.PROFILING, null, Verdict.WITHDRAWN, null, null, at, end);
  }

  private static NewDecision decision(
      ConsentedUse use,
      @Nullable ConsentChannel channel,
      Verdict verdict,
      @Nullable UUID notice,
      @Nullable Evidence evidence,
      @Nullable Instant decidedAt,
      @Nullable Instant validUntil) {
    return new NewDecision(
        use,
        channel,
        verdict,
        notice,
        evidence,
        CollectedThrough.SHOP,
        GivenBy.PERSON,
        decidedAt,
        validUntil);
  }

  private static List<String> codes(NewDecision... decisions) {
    return codes(Capacity.DECIDES_ALONE, decisions);
  }

  private static List<String> codes(Capacity capacity, NewDecision... decisions) {
    ConsentRules.Known known = new ConsentRules.Known(capacity, Set.of(NOTICE), NOW);
    return ConsentRules.check(new NewDecisions(Arrays.asList(decisions)), known).stream()
        .map(problem -> problem.pointer() + " " + problem.code())
        .toList();
  }
}
