package org.kexin.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Words;

/** A yearly statement as a page, with a chart of the months for each currency. */
final class StatementPage {

  private static final Words NOTHING = new Words("none", "无");

  private StatementPage() {}

  static String of(StatementView statement, Locale language) {
    String year = String.valueOf(statement.year());
    HtmlPage page =
        new HtmlPage(new Words("Yearly statement " + year, year + "年度账单").in(language), language);
    page.paragraph(statement.customerId().toString());
    page.list(statement.notes().stream().map(Sentence::text).toList());
    StatementView.Figures figures = statement.figures();
    if (figures != null) {
      page.paragraph(
          new Words(
                  "Orders: %s. Returns: %s.".formatted(figures.orders(), figures.returns()),
                  "下单%s次，退货%s次。".formatted(figures.orders(), figures.returns()))
              .in(language));
      figures.currencies().forEach(in -> currency(page, year, in, language));
      points(page, figures.points(), language);
      saved(page, new Words("Saved by vouchers", "优惠券节省"), figures.vouchers(), language);
      saved(page, new Words("Compensations", "投诉补偿"), figures.compensations(), language);
    }
    if (!statement.masked().isEmpty()) {
      page.paragraph(
          new Words("Not shown: ", "未显示：").in(language) + String.join(", ", statement.masked()));
    }
    return page.finish();
  }

  private static void currency(
      HtmlPage page, String year, StatementView.InCurrency in, Locale language) {
    String code = in.currency();
    page.section(code);
    page.table(
        new Words("The year", "全年").in(language),
        List.of(new Words("What", "项目").in(language), code),
        Stream.of(
                row(language, new Words("Orders", "下单次数"), String.valueOf(in.orders())),
                row(language, new Words("Returns", "退货次数"), String.valueOf(in.returns())),
                row(language, new Words("Pieces ordered", "购买件数"), String.valueOf(in.pieces())),
                row(
                    language,
                    new Words("Pieces returned", "退货件数"),
                    String.valueOf(in.piecesReturned())),
                row(language, new Words("Spent", "消费金额"), in.spent()),
                row(language, new Words("Returned", "退货金额"), in.returned()),
                row(language, new Words("Spent less returned", "净消费金额"), in.kept()),
                row(language, new Words("First order", "首次下单"), day(in.firstOrder(), language)),
                row(language, new Words("Last order", "最近下单"), day(in.lastOrder(), language)),
                row(
                    language,
                    new Words("More than the year before", "较上年增减"),
                    in.before().change()))
            .toList());
    page.drawing(chart(year, in).svg(language));
    parts(page, new Words("Top products", "购买最多的商品"), in.topProducts(), language);
    parts(page, new Words("Top categories", "购买最多的品类"), in.topCategories(), language);
  }

  /** What was kept of each month; a picture may round, the table does not. */
  private static BarChart chart(String year, StatementView.InCurrency in) {
    return new BarChart(
        new Words(
            "Spent less returned by month, " + in.currency() + ", " + year,
            year + "年各月净消费（" + in.currency() + "）"),
        new Words(in.currency(), in.currency()),
        in.months().stream()
            .map(
                month ->
                    new BarChart.Bar(
                        month.month(),
                        new BigDecimal(month.spent())
                            .subtract(new BigDecimal(month.returned()))
                            .doubleValue()))
            .toList());
  }

  private static void parts(
      HtmlPage page, Words caption, List<StatementView.Part> parts, Locale language) {
    page.table(
        caption.in(language),
        PortraitPage.in(
            language,
            List.of(new Words("Name", "名称"), new Words("Pieces", "件数"), new Words("Amount", "金额"))),
        parts.stream()
            .map(part -> List.of(part.name(), String.valueOf(part.pieces()), part.amount()))
            .toList());
  }

  private static void points(HtmlPage page, List<StatementView.Points> points, Locale language) {
    page.table(
        new Words("Points", "积分").in(language),
        PortraitPage.in(
            language,
            List.of(
                new Words("Programme", "会员计划"),
                new Words("Earned", "获得"),
                new Words("Taken back", "冲回"),
                new Words("Spent", "使用"),
                new Words("Expired", "过期"),
                new Words("Adjusted", "调整"),
                new Words("Given up", "放弃"))),
        points.stream()
            .map(
                it ->
                    Stream.concat(
                            Stream.of(it.programme()),
                            Stream.of(
                                    it.earned(),
                                    it.takenBack(),
                                    it.spent(),
                                    it.expired(),
                                    it.adjusted(),
                                    it.givenUp())
                                .map(String::valueOf))
                        .toList())
            .toList());
  }

  private static void saved(
      HtmlPage page, Words caption, List<StatementView.Saved> saved, Locale language) {
    page.table(
        caption.in(language),
        PortraitPage.in(
            language,
            List.of(
                new Words("Currency", "币种"), new Words("Times", "次数"), new Words("Amount", "金额"))),
        saved.stream()
            .map(it -> List.of(it.currency(), String.valueOf(it.times()), it.amount()))
            .toList());
  }

  private static String day(@Nullable Object day, Locale language) {
    return Objects.requireNonNullElse(day, NOTHING.in(language)).toString();
  }

  private static List<String> row(Locale language, Words what, String value) {
    return List.of(what.in(language), value);
  }
}
