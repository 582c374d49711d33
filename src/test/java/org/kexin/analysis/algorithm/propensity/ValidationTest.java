package org.kexin.analysis.algorithm.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.Measure;

/**
 * Brier score, AUC and lift of small cases worked out by hand; AUC also against Hipparchus'
 * Mann-Whitney statistic.
 */
class ValidationTest {

  @Test
  void aSmallCaseIsAsWorkedOutByHand() {
    Validation validation =
        Validation.of(new double[] {.9, .6, .6, .1}, new boolean[] {true, true, false, false});
    assertThat(validation.customers()).isEqualTo(4);
    assertThat(validation.positives()).isEqualTo(2);
    assertThat(validation.meanPredicted().orElseThrow()).isEqualTo(.55, within(1e-12));
    // (.01 + .16 + .36 + .01) / 4, against .25 for the observed rate
    assertThat(validation.brierScore().orElseThrow()).isEqualTo(.135, within(1e-12));
    assertThat(validation.brierSkill().orElseThrow()).isEqualTo(.46, within(1e-12));
    // Of 4 pairs 3 are won and 1 is a tie.
    assertThat(validation.auc().orElseThrow()).isEqualTo(.875, within(1e-12));
    assertThat(validation.deciles())
        .extracting(Validation.Decile::number)
        .containsExactly(3, 5, 8, 10);
  }

  @Test
  void equalProbabilitiesShareTheirPositivesEvenly() {
    double[] probabilities = new double[100];
    boolean[] outcomes = new boolean[100];
    for (int i = 0; i < 100; i++) {
      probabilities[i] = .2;
      outcomes[i] = i < 20;
    }
    Validation validation = Validation.of(probabilities, outcomes);
    assertThat(validation.auc().orElseThrow()).isEqualTo(.5);
    assertThat(validation.deciles()).hasSize(10);
    for (Validation.Decile decile : validation.deciles()) {
      assertThat(decile.customers()).isEqualTo(10);
      assertThat(decile.positives()).isEqualTo(2, within(1e-12));
      assertThat(decile.lift().orElseThrow()).isEqualTo(1, within(1e-12));
      assertThat(decile.shareReached().orElseThrow())
          .isEqualTo(decile.number() / 10.0, within(1e-12));
    }
  }

  @Test
  void aPerfectOrderReachesAllPositivesFirst() {
    double[] probabilities = new double[1000];
    boolean[] outcomes = new boolean[1000];
    for (int i = 0; i < 1000; i++) {
      probabilities[i] = i / 999.0;
      outcomes[i] = i >= 900;
    }
    Validation validation = Validation.of(probabilities, outcomes);
    assertThat(validation.auc().orElseThrow()).isEqualTo(1);
    Validation.Decile first = validation.deciles().getFirst();
    assertThat(first.observedRate()).isEqualTo(1);
    assertThat(first.lift().orElseThrow()).isEqualTo(10, within(1e-12));
    assertThat(first.shareReached().orElseThrow()).isEqualTo(1);
  }

  @Property(tries = 100)
  void aucIsTheMannWhitneyStatistic(
      @ForAll @IntRange(min = 1, max = 40) int positives,
      @ForAll @IntRange(min = 1, max = 40) int negatives,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] probabilities = new double[positives + negatives];
    boolean[] outcomes = new boolean[probabilities.length];
    double[] ofPositives = new double[positives];
    double[] ofNegatives = new double[negatives];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = random.nextInt(21) / 20.0;
      outcomes[i] = i < positives;
      if (outcomes[i]) {
        ofPositives[i] = probabilities[i];
      } else {
        ofNegatives[i - positives] = probabilities[i];
      }
    }
    double auc = Validation.of(probabilities, outcomes).auc().orElseThrow();
    // Hipparchus gives the greater of U and its complement.
    double u = new MannWhitneyUTest().mannWhitneyU(ofPositives, ofNegatives);
    double greater = Math.max(auc, 1 - auc);
    assertThat(Math.max(u, (double) positives * negatives - u) / positives / negatives)
        .isEqualTo(greater, within(1e-12));
  }

  @Test
  void withoutBothOutcomesThereIsAReason() {
    Validation none = Validation.of(new double[0], new boolean[0]);
    assertThat(none.brierScore()).isEqualTo(Measure.missing(Validation.NO_HOLD_OUT));
    assertThat(none.deciles()).isEmpty();
    Validation one = Validation.of(new double[] {.5, .25}, new boolean[] {false, false});
    assertThat(one.brierScore().orElseThrow()).isEqualTo(.15625);
    assertThat(one.auc()).isEqualTo(Measure.missing(Validation.ONE_OUTCOME));
    assertThat(one.deciles().getFirst().lift()).isEqualTo(Measure.missing(Validation.ONE_OUTCOME));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Validation.of(new double[] {1.01}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Validation.of(new double[] {.5}, new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
