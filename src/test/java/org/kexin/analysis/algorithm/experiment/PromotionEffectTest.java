package org.kexin.analysis.algorithm.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.testing.ExampleFiles;

/**
 * Section B7. The e-mail test of Hillstrom (MineThatData, 2008; overall rates as in the
 * documentation of pyuplift), the intervals of Newcombe (1998), and what must hold for any test.
 */
class PromotionEffectTest {

  private static final double LEVEL = .95;
  private static final double CLOSE = 1e-6;
  private static final double HALF_A_SIXTH_DECIMAL = 5.1e-7;

  /** One arm of the file. */
  private static final class Mailing {
    private final Moments value = new Moments();
    private final double[] spend = new double[64_000];
    private BigDecimal total = BigDecimal.ZERO;
    private int customers;
    private long visits;
    private long conversions;

    void add(String[] cells) {
      int last = cells.length - 1;
      visits += Long.parseLong(cells[last - 2]);
      conversions += Long.parseLong(cells[last - 1]);
      double spent = Double.parseDouble(cells[last]);
      total = total.add(new BigDecimal(cells[last]));
      value.add(spent);
      spend[customers++] = spent;
    }

    PromotionArm arm(String name, PromotionCost cost, long contacts) {
      Proportion visit = new Proportion(visits, customers);
      return new PromotionArm(name, visit, value.summary(), total, 1, contacts, 0, cost);
    }

    double[] spend() {
      return Arrays.copyOf(spend, customers);
    }
  }

  private static final PromotionCost FREE =
      new PromotionCost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static @Nullable Map<String, Mailing> mailings;

  private static Mailing mailing(String arm) {
    Map<String, Mailing> read = mailings;
    if (read == null) {
      read = read();
      mailings = read;
    }
    return read.computeIfAbsent(
        arm,
        _ -> {
          throw new AssertionError("no such arm: " + arm);
        });
  }

  private static Map<String, Mailing> read() {
    Map<String, Mailing> arms = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("abtest/hillstrom.csv.gz"), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          // From the end: the history segment may hold a comma.
          .forEach(
              cells ->
                  arms.computeIfAbsent(cells[cells.length - 4], _ -> new Mailing()).add(cells));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arms;
  }

  @Example
  void theArmsOfHillstromHaveTheirPublishedSizes() {
    assertArm("Womens E-Mail", 21_387, 3_238, 189, "23038.11", 1.077202, 15.116106);
    assertArm("Mens E-Mail", 21_307, 3_894, 267, "30311.69", 1.422617, 17.754205);
    assertArm("No E-Mail", 21_306, 2_262, 122, "13908.33", .652789, 11.588200);
  }

  @Example
  void allCustomersTogetherHaveThePublishedRates() {
    List<Mailing> all =
        List.of(mailing("Womens E-Mail"), mailing("Mens E-Mail"), mailing("No E-Mail"));
    double customers = all.stream().mapToInt(mailing -> mailing.customers).sum();
    assertThat(customers).isEqualTo(64_000);
    assertThat(all.stream().mapToDouble(mailing -> mailing.total.doubleValue()).sum() / customers)
        .isCloseTo(1.05091, within(5e-6));
    assertThat(all.stream().mapToLong(mailing -> mailing.visits).sum() / customers)
        .isCloseTo(.14678, within(5e-6));
    assertThat(all.stream().mapToLong(mailing -> mailing.conversions).sum() / customers)
        .isCloseTo(.00903, within(5e-6));
  }

  @Example
  void theMensMailBringsVisits() {
    TwoProportions visit =
        TwoProportions.of(new Proportion(3_894, 21_307), new Proportion(2_262, 21_306), LEVEL);
    assertThat(visit.difference().orElseThrow()).isCloseTo(.07658956, within(5e-9));
    assertThat(visit.z().orElseThrow()).isCloseTo(22.486041, within(HALF_A_SIXTH_DECIMAL));
    assertThat(visit.pValue().orElseThrow()).isCloseTo(5.685e-112, within(5e-116));
    assertInterval(visit.wald(), .06995350, .08322563, 5.1e-9);
    assertInterval(visit.newcombe(), .06995331, .08322674, 5.1e-9);
    assertThat(visit.relativeUplift().orElseThrow()).isCloseTo(.721405, within(5e-7));
    assertInterval(visit.relativeInterval(), .640385, .806426, HALF_A_SIXTH_DECIMAL);
    assertThat(visit.chiSquare().orElseThrow().statistic())
        .isCloseTo(505.622032, within(HALF_A_SIXTH_DECIMAL));
    assertThat(visit.yates().orElseThrow().statistic())
        .isCloseTo(505.002532, within(HALF_A_SIXTH_DECIMAL));
  }

  @Example
  void theMensMailBringsMoney() {
    PromotionCost tenCents =
        new PromotionCost(BigDecimal.ZERO, new BigDecimal("0.10"), BigDecimal.ZERO);
    PromotionEffect effect =
        PromotionEffect.of(
            List.of(mailing("Mens E-Mail").arm("mens", tenCents, 21_307)),
            mailing("No E-Mail").arm("control", FREE, 0),
            .30,
            LEVEL);
    assertThat(effect.basis()).isEqualTo(PromotionEffect.Basis.INCREMENTAL);
    assertThat(effect.warnings()).containsExactly(PromotionEffect.SEVERAL_COMPARISONS);
    PromotionEffect.ArmEffect arm = effect.arms().getFirst();
    WelchTest spend = Objects.requireNonNull(arm.value());
    assertThat(spend.difference().orElseThrow()).isCloseTo(.769827, within(5e-7));
    assertThat(spend.standardError().orElseThrow()).isCloseTo(.145247, within(5e-7));
    assertThat(spend.t().orElseThrow()).isCloseTo(5.300140, within(HALF_A_SIXTH_DECIMAL));
    assertThat(spend.degreesOfFreedom().orElseThrow()).isCloseTo(36_671.158, within(5e-4));
    assertThat(spend.pValue().orElseThrow()).isCloseTo(1.164e-7, within(5e-11));
    assertInterval(spend.interval(), .485140, 1.054515, HALF_A_SIXTH_DECIMAL);
    assertThat(arm.money().value().orElseThrow()).isCloseTo(16_402.7072, within(5e-5));
    assertThat(arm.money().cost()).isEqualByComparingTo("2130.70");
    assertThat(arm.money().roi().orElseThrow()).isCloseTo(1.309481, within(5e-7));
    assertThat(arm.adjustedValueP().orElseThrow()).isEqualTo(spend.pValue().orElseThrow());
    TwoProportions visit = Objects.requireNonNull(arm.response());
    assertThat(arm.adjustedResponseP().orElseThrow()).isEqualTo(2 * visit.pValue().orElseThrow());
  }

  @Example
  void theRanksOfAllHillstromCustomersAgreeWithTheMeans() {
    MannWhitney ranks =
        MannWhitney.of(mailing("Mens E-Mail").spend(), mailing("No E-Mail").spend());
    assertThat(ranks.u().orElseThrow()).isCloseTo(228_527_081, within(.5));
    assertThat(ranks.pValue().orElseThrow()).isCloseTo(1.58e-13, within(5e-16));
  }

  @Example
  void theIntervalsOfNewcombe1998() {
    assertInterval(new Proportion(81, 263).wilson(LEVEL), .2553, .3662, 5e-5);
    assertInterval(
        TwoProportions.of(new Proportion(56, 70), new Proportion(48, 80), LEVEL).newcombe(),
        .0524,
        .3339,
        5e-5);
  }

  @Example
  void theSampleSizeOfTenAgainstTwelvePercent() {
    SampleSize size = SampleSize.of(.10, .12, .05, .8);
    assertThat(size.perArm()).isEqualTo(3_841);
    assertThat(size.exact()).isCloseTo(3_840.85, within(.005));
    assertThat(SampleSize.of(.12, .10, .05, .8).perArm()).isEqualTo(3_841);
    assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(.1, .1, .05, .8));
    assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(.1, .2, 0, .8));
    assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(.1, .2, .05, 1));
  }

  @Example
  void armsOfAnotherSizeThanPlannedAreSaidBeforeTheEffect() {
    PromotionEffect effect =
        PromotionEffect.of(List.of(arm("mail", 90, 10_400)), arm("control", 80, 9_600), .3, LEVEL);
    SampleRatio ratio = Objects.requireNonNull(effect.sampleRatio());
    // (400² + 400²) / 10,000
    assertThat(ratio.chiSquare().orElseThrow()).isCloseTo(32, within(1e-9));
    assertThat(ratio.pValue().orElseThrow()).isCloseTo(1.5417e-8, within(1e-12));
    assertThat(ratio.mismatch()).isTrue();
    assertThat(effect.warnings().getFirst()).isEqualTo(PromotionEffect.SAMPLE_RATIO_MISMATCH);
  }

  @Example
  void withoutAControlGroupTheValueIsOnlyAttributed() {
    for (PromotionArm control : Arrays.asList(null, arm("control", 0, 0))) {
      PromotionEffect effect =
          PromotionEffect.of(List.of(arm("mail", 10, 100)), control, .3, LEVEL);
      assertThat(effect.basis()).isEqualTo(PromotionEffect.Basis.ATTRIBUTED);
      assertThat(effect.warnings()).contains(PromotionEffect.NO_CONTROL_GROUP);
      PromotionEffect.ArmEffect mail = effect.arms().getFirst();
      assertThat(mail.response()).isNull();
      assertThat(mail.money().basis()).isEqualTo(PromotionEffect.Basis.ATTRIBUTED);
      assertThat(mail.money().value().orElseThrow()).isEqualTo(1_000);
      assertThat(mail.money().roi()).isEqualTo(Measure.missing(PromotionEffect.NO_COST));
    }
  }

  @Example
  void fixedContactAndRedemptionCostsAddUp() {
    PromotionCost cost =
        new PromotionCost(new BigDecimal("100"), new BigDecimal("0.05"), new BigDecimal("2.50"));
    PromotionArm arm =
        new PromotionArm(
            "mail",
            new Proportion(10, 100),
            Moments.Summary.of(100, 10, 5),
            new BigDecimal("1000"),
            1,
            400,
            12,
            cost);
    PromotionEffect.Return money =
        PromotionEffect.of(List.of(arm), null, .5, LEVEL).arms().getFirst().money();
    assertThat(money.cost()).isEqualByComparingTo("150");
    assertThat(money.profit().orElseThrow()).isEqualTo(350);
    assertThat(money.roi().orElseThrow()).isCloseTo(350 / 150.0, within(CLOSE));
  }

  @Example
  void nothingToComposeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromotionEffect.of(Collections.emptyList(), null, .3, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromotionEffect.of(List.of(arm("a", 1, 2)), null, 1.5, LEVEL));
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(1, 2).wilson(1));
  }

  private static void assertArm(
      String name,
      long customers,
      long visits,
      long conversions,
      String total,
      double mean,
      double deviation) {
    Mailing mailing = mailing(name);
    assertThat(mailing.customers).isEqualTo(customers);
    assertThat(mailing.visits).isEqualTo(visits);
    assertThat(mailing.conversions).isEqualTo(conversions);
    assertThat(mailing.total).isEqualByComparingTo(total);
    Moments.Summary summary = mailing.value.summary();
    assertThat(summary.mean().orElseThrow()).isCloseTo(mean, withinPercentage(1e-4));
    assertThat(summary.standardDeviation().orElseThrow()).isCloseTo(deviation, within(5e-7));
  }

  private static void assertInterval(
      Measure<Interval> interval, double lower, double upper, double tolerance) {
    assertThat(interval.orElseThrow().lower()).isCloseTo(lower, within(tolerance));
    assertThat(interval.orElseThrow().upper()).isCloseTo(upper, within(tolerance));
  }

  private static PromotionArm arm(String name, long responders, long customers) {
    Moments value = new Moments();
    for (long i = 0; i < customers; i++) {
      value.add(10);
    }
    return new PromotionArm(
        name,
        new Proportion(responders, customers),
        value.summary(),
        BigDecimal.TEN.multiply(BigDecimal.valueOf(customers)),
        1,
        0,
        0,
        FREE);
  }
}
