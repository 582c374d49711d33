package org.kexin.profile;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kexin.analysis.chart.Words;
import org.kexin.analysis.insight.Insight;

/** A portrait as a page. */
final class PortraitPage {

  private static final Words TITLE = new Words("Customer portrait", "客户画像");
  private static final Words BOUGHT = new Words("Bought, by currency", "购买概况（按币种）");
  private static final List<Words> BOUGHT_HEAD =
      List.of(
          new Words("Currency", "币种"),
          new Words("Orders", "下单次数"),
          new Words("Returns", "退货次数"),
          new Words("Amount less returns", "扣除退货后金额"),
          new Words("Last order", "最近下单"));
  private static final Words DERIVED = new Words("Derived, and why", "推断及依据");
  private static final List<Words> DERIVED_HEAD =
      List.of(
          new Words("What", "项目"),
          new Words("Value", "结果"),
          new Words("Why", "依据"),
          new Words("Method", "方法"));
  private static final Words HIDDEN = new Words("Not shown or masked: ", "未显示或已脱敏：");

  private PortraitPage() {}

  static String of(PortraitView portrait, Locale language) {
    String name = portrait.who().name();
    HtmlPage page = new HtmlPage(TITLE.in(language) + (name == null ? "" : " — " + name), language);
    page.paragraph(portrait.customerId().toString());
    page.list(portrait.sentences().stream().map(Sentence::text).toList());
    PortraitView.Purchases purchases = portrait.purchases();
    if (purchases != null) {
      page.table(
          BOUGHT.in(language),
          in(language, BOUGHT_HEAD),
          purchases.currencies().stream().map(PortraitPage::row).toList());
    }
    List<Insight> insights = portrait.insights();
    if (insights != null) {
      page.table(
          DERIVED.in(language),
          in(language, DERIVED_HEAD),
          insights.stream().map(PortraitPage::row).toList());
    }
    if (!portrait.masked().isEmpty()) {
      page.paragraph(HIDDEN.in(language) + String.join(", ", portrait.masked()));
    }
    return page.finish();
  }

  static List<String> in(Locale language, List<Words> words) {
    return words.stream().map(word -> word.in(language)).toList();
  }

  private static List<String> row(PortraitView.InCurrency in) {
    return List.of(
        in.currency(),
        String.valueOf(in.orders()),
        String.valueOf(in.returns()),
        in.revenue(),
        in.lastOrder() == null ? "" : in.lastOrder().toString());
  }

  private static List<String> row(Insight insight) {
    String unit = insight.unit() == null ? "" : " " + insight.unit();
    return List.of(
        insight.code(),
        Objects.requireNonNullElse(insight.value(), "—") + unit,
        insight.reasons().stream().map(Insight.Why::detail).collect(Collectors.joining(" ")),
        insight.method());
  }
}
