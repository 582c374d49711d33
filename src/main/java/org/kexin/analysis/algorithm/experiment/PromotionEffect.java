package org.kexin.analysis.algorithm.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * What a promotion changed. With a control group the effect is the difference to it; without one,
 * what the customers did is only attributed to the promotion, and no effect is claimed.
 *
 * @param basis what the figures of every arm mean
 * @param sampleRatio the check of all arm sizes, to be read before any effect; null without a
 *     control group and with one arm
 * @param warnings what must be said beside the effect, in a stated order
 * @param arms one effect per treated arm, in the order given
 */
public record PromotionEffect(
    Basis basis, @Nullable SampleRatio sampleRatio, List<Reason> warnings, List<ArmEffect> arms) {

  /** Name and version for the answer. */
  public static final String METHOD = "promotion effect/1";

  /** The arms do not have their planned sizes. */
  public static final Reason SAMPLE_RATIO_MISMATCH =
      new Reason(
          "SAMPLE_RATIO_MISMATCH",
          "The arms do not have their planned sizes (p < .01), so no effect can be trusted.");

  /** Nobody was left without the promotion. */
  public static final Reason NO_CONTROL_GROUP =
      new Reason(
          "NO_CONTROL_GROUP",
          "Without a control group the value is attributed to the promotion, not caused by it.");

  /** Several comparisons were made. */
  public static final Reason SEVERAL_COMPARISONS =
      new Reason(
          "SEVERAL_COMPARISONS",
          "More than one comparison was made, so read the p values adjusted by Holm.");

  /** A return needs a cost. */
  public static final Reason NO_COST =
      new Reason("NO_COST", "There is no cost, so a return on it is undefined.");

  /** What the figures of an arm mean. */
  public enum Basis {
    /** The difference to a control group. */
    INCREMENTAL,
    /** All that the reached customers did, whatever they would have done without. */
    ATTRIBUTED
  }

  public PromotionEffect {
    warnings = List.copyOf(warnings);
    arms = List.copyOf(arms);
  }

  /**
   * The effect on one arm.
   *
   * @param arm as given
   * @param response share of responders compared with the control; null when attributed
   * @param value value per customer compared with the control; null when attributed
   * @param adjustedResponseP p value of {@code response} after Holm, all comparisons of this answer
   *     being one family
   * @param adjustedValueP the same of {@code value}
   * @param money what it earned
   */
  public record ArmEffect(
      PromotionArm arm,
      @Nullable TwoProportions response,
      @Nullable WelchTest value,
      Measure<Double> adjustedResponseP,
      Measure<Double> adjustedValueP,
      Return money) {}

  /**
   * What an arm earned and cost, in currency units.
   *
   * @param basis whether {@code value} is incremental or only attributed
   * @param value incremental: difference of the means · customers of the arm; attributed: their
   *     total value
   * @param valueInterval of the incremental value, at the level asked for
   * @param cost fixed + per contact + per redemption, exact
   * @param profit margin · value − cost
   * @param roi profit / cost; 0.5 is half the cost earned on top of it
   */
  public record Return(
      Basis basis,
      Measure<Double> value,
      Measure<Interval> valueInterval,
      BigDecimal cost,
      Measure<Double> profit,
      Measure<Double> roi) {}

  /**
   * Brings the effect of a promotion together.
   *
   * @param treated arms that were reached, at least one
   * @param control the arm that was not; null, or without customers, when there is none
   * @param margin share of the value that is earned, 0 to 1
   * @param level confidence of the intervals, such as 0.95
   * @throws IllegalArgumentException if there is no treated arm, the margin is not within 0 to 1 or
   *     the level is not above 0 and below 1
   */
  public static PromotionEffect of(
      List<PromotionArm> treated, @Nullable PromotionArm control, double margin, double level) {
    if (treated.isEmpty() || !(margin >= 0 && margin <= 1)) {
      throw new IllegalArgumentException("needed: a treated arm and a margin within 0..1");
    }
    Interval.checkLevel(level);
    SampleRatio ratio = sampleRatio(treated, control);
    PromotionArm compared = control != null && control.customers() > 0 ? control : null;
    List<ArmEffect> arms =
        compared == null
            ? attributed(treated, margin)
            : incremental(treated, compared, margin, level);
    List<Reason> warnings = new ArrayList<>();
    if (ratio != null && ratio.mismatch()) {
      warnings.add(SAMPLE_RATIO_MISMATCH);
    }
    if (compared == null) {
      warnings.add(NO_CONTROL_GROUP);
    }
    if (arms.stream().mapToLong(PromotionEffect::comparisons).sum() > 1) {
      warnings.add(SEVERAL_COMPARISONS);
    }
    return new PromotionEffect(
        compared == null ? Basis.ATTRIBUTED : Basis.INCREMENTAL, ratio, warnings, arms);
  }

  private static @Nullable SampleRatio sampleRatio(
      List<PromotionArm> treated, @Nullable PromotionArm control) {
    List<SampleRatio.Planned> planned = new ArrayList<>();
    treated.forEach(arm -> planned.add(arm.planned()));
    if (control != null) {
      planned.add(control.planned());
    }
    return planned.size() < 2 ? null : SampleRatio.of(planned);
  }

  private static List<ArmEffect> incremental(
      List<PromotionArm> treated, PromotionArm control, double margin, double level) {
    List<TwoProportions> responses = new ArrayList<>();
    List<WelchTest> values = new ArrayList<>();
    List<Measure<Double>> pValues = new ArrayList<>();
    for (PromotionArm arm : treated) {
      TwoProportions response = TwoProportions.of(arm.response(), control.response(), level);
      WelchTest value = WelchTest.of(arm.value(), control.value(), level);
      responses.add(response);
      values.add(value);
      pValues.add(response.pValue());
      pValues.add(value.pValue());
    }
    List<Measure<Double>> adjusted = HolmAdjustment.adjust(pValues);
    List<ArmEffect> arms = new ArrayList<>();
    for (int i = 0; i < treated.size(); i++) {
      arms.add(
          new ArmEffect(
              treated.get(i),
              responses.get(i),
              values.get(i),
              adjusted.get(2 * i),
              adjusted.get(2 * i + 1),
              incrementalReturn(treated.get(i), values.get(i), margin)));
    }
    return arms;
  }

  private static List<ArmEffect> attributed(List<PromotionArm> treated, double margin) {
    return treated.stream()
        .map(
            arm ->
                new ArmEffect(
                    arm,
                    null,
                    null,
                    Measure.missing(NO_CONTROL_GROUP),
                    Measure.missing(NO_CONTROL_GROUP),
                    returnOf(
                        Basis.ATTRIBUTED,
                        finite(arm.totalValue().doubleValue()),
                        Measure.missing(NO_CONTROL_GROUP),
                        arm,
                        margin)))
        .toList();
  }

  private static Return incrementalReturn(PromotionArm arm, WelchTest test, double margin) {
    long n = arm.customers();
    Double difference = test.difference().value();
    Measure<Double> value = difference == null ? test.difference() : finite(difference * n);
    Interval interval = test.interval().value();
    Measure<Interval> total = test.interval();
    if (interval != null) {
      double lower = interval.lower() * n;
      double upper = interval.upper() * n;
      total =
          Double.isFinite(lower) && Double.isFinite(upper)
              ? Measure.of(new Interval(lower, upper, interval.level()))
              : Measure.missing(WelchTest.OUT_OF_RANGE);
    }
    return returnOf(Basis.INCREMENTAL, value, total, arm, margin);
  }

  private static Return returnOf(
      Basis basis,
      Measure<Double> value,
      Measure<Interval> interval,
      PromotionArm arm,
      double margin) {
    BigDecimal cost = arm.totalCost();
    Double amount = value.value();
    if (amount == null) {
      return new Return(basis, value, interval, cost, value, value);
    }
    double spent = cost.doubleValue();
    Measure<Double> profit = finite(margin * amount - spent);
    Double earned = profit.value();
    Measure<Double> roi = profit;
    if (earned != null) {
      roi = cost.signum() == 0 ? Measure.missing(NO_COST) : finite(earned / spent);
    }
    return new Return(basis, value, interval, cost, profit, roi);
  }

  private static Measure<Double> finite(double value) {
    return Double.isFinite(value) ? Measure.of(value) : Measure.missing(WelchTest.OUT_OF_RANGE);
  }

  private static long comparisons(ArmEffect arm) {
    return (arm.adjustedResponseP().value() == null ? 0L : 1L)
        + (arm.adjustedValueP().value() == null ? 0L : 1L);
  }
}
