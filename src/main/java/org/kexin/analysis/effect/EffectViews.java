package org.kexin.analysis.effect;

import static org.kexin.analysis.effect.EffectView.EffectBasis.ATTRIBUTED;
import static org.kexin.analysis.effect.EffectView.EffectBasis.INCREMENTAL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.experiment.MannWhitney;
import org.kexin.analysis.algorithm.experiment.PromotionArm;
import org.kexin.analysis.algorithm.experiment.PromotionEffect;
import org.kexin.promotion.PromotionFacts;

/** Says what was found, and keeps back what is of too few customers. */
final class EffectViews {

  static final String TARGET = "TARGET";
  static final String CONTROL = "CONTROL";
  static final String TOOK_PART = "TOOK_PART";

  private static final int DECIMALS = 4;
  private static final String NOT_OVER =
      "This role is answered once the promotion is over and facts of a later day are known.";

  private EffectViews() {}

  /**
   * What was found.
   *
   * @param ranks null without a control group
   */
  record Found(
      PromotionFacts promotion,
      boolean complete,
      PromotionEffect effect,
      @Nullable MannWhitney ranks,
      EffectPass pass) {}

  /** The answer while no figure may be shown. */
  static EffectView tooEarly(About about, PromotionFacts promotion) {
    return new EffectView(
        about,
        promotion.id(),
        promotion.controlShare().signum() > 0 ? INCREMENTAL : ATTRIBUTED,
        false,
        List.of(),
        null,
        new EffectView.Reach(null, null, null, null, null, null, null, null, null),
        List.of(),
        null,
        null,
        null,
        null,
        NOT_OVER);
  }

  static EffectView view(About about, Found found, SmallGroups groups) {
    EffectPass pass = found.pass();
    PromotionEffect effect = found.effect();
    Currency currency = found.promotion().currency();
    PromotionEffect.ArmEffect treated = effect.arms().getFirst();
    boolean compared = effect.basis() == PromotionEffect.Basis.INCREMENTAL;
    // The sales of everybody in the same time are to be had elsewhere: less those of the arms they
    // would be those of the few others.
    boolean hidesOthers = groups.shows(pass.outsiders());
    List<EffectView.Arm> arms = new ArrayList<>();
    List<ArmSums> sums =
        compared ? List.of(pass.targets(), pass.controls()) : List.of(pass.takers());
    boolean open = hidesOthers && sums.stream().allMatch(arm -> parts(arm, groups));
    arms.add(
        arm(compared ? TARGET : TOOK_PART, treated.arm(), sums.getFirst(), open, currency, groups));
    if (compared) {
      PromotionArm control = pass.controls().arm(CONTROL, 1, EffectAnalysis.FREE);
      arms.add(arm(CONTROL, control, pass.controls(), open, currency, groups));
    }
    boolean sized =
        groups.shows(pass.targets().customers()) && groups.shows(pass.controls().customers());
    return new EffectView(
        about,
        found.promotion().id(),
        compared ? INCREMENTAL : ATTRIBUTED,
        found.complete(),
        effect.warnings().stream().map(Caveat::of).toList(),
        sized && effect.sampleRatio() != null ? SampleRatioView.of(effect.sampleRatio()) : null,
        reach(pass, groups),
        arms,
        open && treated.response() != null
            ? ShareDifference.of(treated.response(), treated.adjustedResponseP())
            : null,
        open && treated.value() != null
            ? MeanDifference.of(treated.value(), treated.adjustedValueP())
            : null,
        open && found.ranks() != null ? RankComparison.of(found.ranks()) : null,
        open && spendingShown(pass.targets(), groups) ? earned(treated.money(), currency) : null,
        open && sized && spendingShown(pass.targets(), groups) ? null : groups.reason());
  }

  /** Buyers and the others are two parts of one whole. */
  private static boolean parts(ArmSums arm, SmallGroups groups) {
    return groups.shows(arm.customers())
        && groups.shows(arm.buyers())
        && groups.shows(arm.customers() - arm.buyers());
  }

  private static boolean part(ArmSums arm, long customers, SmallGroups groups) {
    return groups.shows(arm.customers())
        && groups.shows(customers)
        && groups.shows(arm.customers() - customers);
  }

  /** Cost tells of contacts and redemptions. */
  private static boolean spendingShown(ArmSums arm, SmallGroups groups) {
    return part(arm, arm.contacted(), groups) && part(arm, arm.redeemers(), groups);
  }

  private static EffectView.Reach reach(EffectPass pass, SmallGroups groups) {
    ArmSums targets = pass.targets();
    ArmSums controls = pass.controls();
    boolean contacts = part(targets, targets.contacted(), groups);
    boolean responses = part(targets, targets.responders(), groups);
    boolean redemptions = part(targets, targets.redeemers(), groups);
    return new EffectView.Reach(
        groups.show(targets.customers(), targets.customers()),
        groups.show(controls.customers(), controls.customers()),
        contacts ? targets.contacted() : null,
        contacts ? targets.contacts() : null,
        responses ? targets.responders() : null,
        responses ? targets.responses() : null,
        part(controls, controls.responders(), groups) ? controls.responders() : null,
        redemptions ? targets.redeemers() : null,
        redemptions ? targets.redemptions() : null);
  }

  private static EffectView.Arm arm(
      String name,
      PromotionArm arm,
      ArmSums sums,
      boolean open,
      Currency currency,
      SmallGroups groups) {
    Long customers = groups.show(sums.customers(), sums.customers());
    if (!open) {
      return new EffectView.Arm(name, customers, null, null, null, null, null, null, null);
    }
    Figures figures = new Figures();
    return new EffectView.Arm(
        name,
        customers,
        sums.buyers(),
        sums.orders(),
        amount(sums.revenue(), currency),
        arm.response().share().value(),
        figures.interval("conversionInterval", arm.response().wilson(EffectAnalysis.LEVEL)),
        arm.value().mean().value(),
        arm.value().standardDeviation().value());
  }

  private static EffectView.Earned earned(PromotionEffect.Return money, Currency currency) {
    Figures figures = new Figures();
    return new EffectView.Earned(
        decimal(figures.number("revenue", money.value())),
        figures.interval("interval", money.valueInterval()),
        amount(money.cost(), currency),
        decimal(figures.number("profit", money.profit())),
        figures.number("returnOnInvestment", money.roi()),
        figures.absent());
  }

  /** Exact, with as many decimals as the currency has, or as are needed. */
  private static String amount(BigDecimal sum, Currency currency) {
    BigDecimal plain = sum.stripTrailingZeros();
    return plain
        .setScale(Math.max(currency.getDefaultFractionDigits(), plain.scale()))
        .toPlainString();
  }

  private static @Nullable String decimal(@Nullable Double value) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
