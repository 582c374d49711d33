package org.kexin.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Words;
import org.kexin.analysis.insight.Insight;
import org.kexin.customer.Introduction;
import org.kexin.customer.Kind;
import org.kexin.lifecycle.LifeCycleStage;

/**
 * Says the facts of a portrait in short sentences, in a fixed order. Says nothing that is masked,
 * and nothing that stands nowhere in the portrait. Confined to one portrait.
 */
final class PortraitSentences {

  private static final Words SOMEBODY = new Words("This customer", "该客户");
  private static final Words COMMA = new Words(", ", "、");

  private static final Map<LifeCycleStage, Words> STAGES =
      Map.of(
          LifeCycleStage.PROSPECT, new Words("a prospect", "潜在客户"),
          LifeCycleStage.TARGET, new Words("a target", "目标客户"),
          LifeCycleStage.FIRST_PURCHASE, new Words("a first-time buyer", "首购客户"),
          LifeCycleStage.REPEAT, new Words("a repeat buyer", "复购客户"),
          LifeCycleStage.CORE, new Words("a core customer", "核心客户"),
          LifeCycleStage.ADVOCATE, new Words("an advocate", "拥护者"),
          LifeCycleStage.LAPSING, new Words("lapsing", "流失预警客户"),
          LifeCycleStage.LOST, new Words("lost", "已流失客户"),
          LifeCycleStage.WON_BACK, new Words("won back", "赢回客户"));

  /** Insights whose names alone would not tell. */
  private static final Map<String, Words> DERIVED =
      Map.of("needs", new Words("Derived: what they need next is %2$s.", "推断：最可能即将需要的商品为%2$s。"));

  private final Locale language;
  private final List<Sentence> said = new ArrayList<>();

  private PortraitSentences(Locale language) {
    this.language = language;
  }

  /**
   * The sentences of a portrait.
   *
   * @param shown without its sentences
   */
  static List<Sentence> of(PortraitView shown, Locale language) {
    PortraitSentences sentences = new PortraitSentences(language);
    sentences.who(shown.who(), shown.masked());
    sentences.standing(shown.standing());
    sentences.purchases(shown.purchases());
    sentences.service(shown.service());
    sentences.memberships(shown.memberships());
    sentences.insights(shown.insights(), shown.withheld());
    return List.copyOf(sentences.said);
  }

  private void who(Introduction who, List<String> masked) {
    String name = who.name() == null || masked.contains("who.name") ? null : who.name();
    Words words =
        who.kind() == Kind.INDIVIDUAL
            ? new Words("%s is a person, known here since %s.", "%s是个人客户，自%s起建档。")
            : new Words("%s is an organisation, known here since %s.", "%s是企业客户，自%s起建档。");
    say("since", words, name == null ? SOMEBODY.in(language) : name, who.since());
    // Shown wherever an address is, masked ones too.
    if (who.region() != null) {
      say("region", new Words("Lives or does business in %s.", "所在地区：%s。"), who.region());
    }
  }

  private void standing(PortraitView.@Nullable Standing standing) {
    if (standing != null) {
      Words stage =
          STAGES.getOrDefault(
              standing.stage(), new Words(standing.stage().name(), standing.stage().name()));
      say(
          "stage",
          new Words("In the life cycle they are %s, since %s.", "生命周期阶段：%s（自%s起）。"),
          stage.in(language),
          standing.since());
    }
  }

  private void purchases(PortraitView.@Nullable Purchases purchases) {
    if (purchases == null) {
      return;
    }
    if (purchases.currencies().isEmpty()) {
      say("purchases", new Words("They have bought nothing so far.", "尚无购买记录。"));
    }
    for (PortraitView.InCurrency in : purchases.currencies()) {
      say(
          "purchases",
          new Words(
              "In %3$s: orders %1$s, returns %4$s, worth %2$s %3$s less returns.",
              "%3$s：下单%1$s次，退货%4$s次，扣除退货后金额%2$s %3$s。"),
          in.orders(),
          in.revenue(),
          in.currency(),
          in.returns());
      if (in.lastOrder() != null) {
        say(
            "last-order",
            new Words("The last order in %s was on %s.", "%s最近一次下单：%s。"),
            in.currency(),
            in.lastOrder());
      }
      if (!in.topCategories().isEmpty()) {
        say(
            "top-categories",
            new Words("Most of it in %s went into %s.", "%s购买最多的品类：%s。"),
            in.currency(),
            in.topCategories().stream()
                .map(PortraitView.Share::category)
                .collect(Collectors.joining(COMMA.in(language))));
      }
    }
  }

  private void service(PortraitView.@Nullable Service service) {
    if (service == null) {
      return;
    }
    say(
        "open-complaints",
        new Words("Open complaints: %s.", "未结投诉：%s件。"),
        service.openComplaints());
    PortraitView.Satisfaction satisfaction = service.satisfaction();
    if (satisfaction != null) {
      say(
          "satisfaction",
          new Words("On %3$s they rated us %1$s of %2$s.", "%3$s满意度评分：%1$s分（满分%2$s分）。"),
          satisfaction.score(),
          satisfaction.of(),
          satisfaction.on());
    }
    say("open-tasks", new Words("Open care tasks: %s.", "待办关怀任务：%s项。"), service.openTasks());
  }

  private void memberships(@Nullable List<PortraitView.Membership> memberships) {
    if (memberships == null) {
      return;
    }
    for (PortraitView.Membership in : memberships) {
      if (in.level() == null) {
        say(
            "membership",
            new Words("Member of %s with %s points.", "%s会员，积分%s。"),
            in.programme(),
            in.points());
      } else {
        say(
            "membership",
            new Words("Member of %s at level %s with %s points.", "%s会员，等级%s，积分%s。"),
            in.programme(),
            in.level(),
            in.points());
      }
    }
  }

  private void insights(@Nullable List<Insight> insights, @Nullable String withheld) {
    if (withheld != null) {
      say(
          "withheld",
          new Words(
              "Nothing is derived of them: they object to profiling, or did not agree to it.",
              "客户反对或未同意画像分析，不做任何推断。"));
    }
    if (insights == null) {
      return;
    }
    for (Insight insight : insights) {
      if (insight.value() != null) {
        String unit = insight.unit() == null ? "" : " " + insight.unit();
        say(
            insight.code(),
            DERIVED.getOrDefault(
                insight.code(), new Words("Derived: %1$s is %2$s.", "推断：%1$s为%2$s。")),
            insight.code(),
            insight.value() + unit);
      }
    }
  }

  private void say(String code, Words words, Object... facts) {
    said.add(new Sentence(code, words.in(language).formatted(facts)));
  }
}
