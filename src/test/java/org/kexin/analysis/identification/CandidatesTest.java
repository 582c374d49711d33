package org.kexin.analysis.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.customer.Kind;
import org.kexin.customer.Source;

/** Three customers at the ends of day 100 and day 190. */
class CandidatesTest {

  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  /** Its bits are those of a negative number: unsigned, it is the last one. */
  private static final UUID LAST = new UUID(-1, 0);

  private static final UUID STRANGER = new UUID(1, 3);

  private static Candidates three() {
    Candidates candidates = new Candidates(100, 190);
    candidates.add(FIRST, Features.traits(Kind.INDIVIDUAL, Source.REFERRAL), 50);
    candidates.add(SECOND, Features.traits(Kind.ENTERPRISE, Source.FAIR), 60);
    candidates.add(LAST, Features.traits(Kind.INDIVIDUAL, Source.WEBSITE), 150);
    candidates.complete();
    return candidates;
  }

  @Test
  void whoBoughtBeforeIsNoProspectAndWhoBoughtAfterwardsIsABuyer() {
    Candidates candidates = three();
    Candidates.Walk purchases = candidates.new Walk();
    purchases.bought(FIRST, 120);
    purchases.bought(FIRST, 100);
    purchases.bought(SECOND, 101);
    purchases.bought(STRANGER, 90);
    purchases.bought(LAST, 191);

    assertThat(candidates.wasProspect(0)).isFalse();
    assertThat(candidates.wasProspect(1)).isTrue();
    assertThat(candidates.hasBought(1)).isTrue();
    assertThat(candidates.isProspect(1)).isFalse();
    assertThat(candidates.wasProspect(2)).as("not known yet").isFalse();
    assertThat(candidates.isProspect(2)).isTrue();
  }

  @Test
  void whatCameToBeKnownLaterIsNotInWhatTheModelLearnsFrom() {
    Candidates untouched = three();
    Candidates candidates = three();
    Candidates.Walk contacts = candidates.new Walk();
    contacts.counted(FIRST, Features.Counted.INCOMING, 101);
    contacts.counted(FIRST, Features.Counted.PROMOTION_ANSWERED, 190);
    contacts.counted(SECOND, Features.Counted.OUTGOING, 100);
    contacts.counted(SECOND, Features.Counted.OUTGOING, 191);

    assertThat(candidates.before(0)).isEqualTo(untouched.before(0));
    assertThat(candidates.now(0))
        .containsExactly(0, 1, 0, 0, Math.log1p(140), Math.log1p(1), 0, 0, Math.log1p(1));
    assertThat(candidates.before(1))
        .containsExactly(1, 0, 1, 0, Math.log1p(40), 0, Math.log1p(1), 0, 0);
    assertThat(candidates.now(1)).endsWith(0, Math.log1p(1), 0, 0);
  }
}
