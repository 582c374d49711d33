package org.kexin.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Words;

/** Pages as text. */
class HtmlPageTest {

  private static final String EVIL = "<script>alert(\"1\")</script> & 'co'";

  @Test
  void whateverIsSaidNothingBecomesMarkup() {
    HtmlPage page = new HtmlPage(EVIL, Locale.ENGLISH);
    page.section(EVIL);
    page.paragraph(EVIL);
    page.list(List.of(EVIL));
    page.table(EVIL, List.of(EVIL), List.of(List.of(EVIL, EVIL)));

    String text = page.finish();

    assertThat(text).doesNotContain("<script").doesNotContain("</script");
    assertThat(text.split("&lt;script&gt;alert", -1)).hasSize(10);
    assertThat(text).contains("&amp; 'co'");
  }

  @Test
  void whatHasNoRowsIsLeftOut() {
    HtmlPage page = new HtmlPage("Empty", Locale.ENGLISH);
    page.list(List.of());
    page.table("Nothing", List.of("Name"), List.of());

    assertThat(page.finish()).endsWith("<h1>Empty</h1></main></body></html>");
  }

  @Test
  void aPageSaysItsLanguageAndNamesRowsAndColumns() {
    HtmlPage page = new HtmlPage("客户画像", Locale.SIMPLIFIED_CHINESE);
    page.table("购买", List.of("币种", "金额"), List.of(List.of("CNY", "1.00")));

    assertThat(page.finish())
        .startsWith("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>")
        .contains("<th scope=\"col\">币种</th>")
        .contains("<tr><th scope=\"row\">CNY</th><td>1.00</td></tr>");
  }

  @Test
  void twoDrawingsOfOnePageHaveNamesOfTheirOwn() {
    HtmlPage page = new HtmlPage("Drawn", Locale.ENGLISH);
    page.drawing(chart("First").svg(Locale.ENGLISH));
    page.drawing(chart("Second").svg(Locale.ENGLISH));

    String text = page.finish();

    assertThat(text).contains("<figure><svg ").contains("</svg></figure>");
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(text).results().map(it -> it.group(1)).toList();
    assertThat(ids).hasSize(4).doesNotHaveDuplicates();
  }

  private static BarChart chart(String title) {
    return new BarChart(
        new Words(title, title),
        new Words("CNY", "CNY"),
        List.of(new BarChart.Bar("2026-01", 1.0)));
  }
}
