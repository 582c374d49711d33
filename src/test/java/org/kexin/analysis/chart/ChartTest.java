package org.kexin.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {

  private static final Words TITLE = new Words("Revenue", "销售额");
  private static final Words UNIT = new Words("GBP", "英镑");

  private static BarChart bars(BarChart.Bar... bars) {
    return new BarChart(TITLE, UNIT, List.of(bars));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void aChartHasATitleAndADescriptionInTheLanguageOfItsReader() throws Exception {
    BarChart chart =
        bars(new BarChart.Bar("2011-01", 1_200_000.0), new BarChart.Bar("2011-02", null));

    Document english = parsed(chart.svg(Locale.ENGLISH));
    Document chinese = parsed(chart.svg(Locale.SIMPLIFIED_CHINESE));

    assertThat(english.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(english.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Revenue");
    assertThat(english.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("GBP: 2011-01 1.2M; 2011-02 not shown");
    assertThat(chinese.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    assertThat(chinese.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("英镑: 2011-01 1.2M; 2011-02 不予显示");
  }

  @Test
  void aValueThatMustNotBeShownHasNoBar() throws Exception {
    Document chart =
        parsed(bars(new BarChart.Bar("a", 3.0), new BarChart.Bar("b", null)).svg(Locale.ENGLISH));

    assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(1);
  }

  @Test
  void theNameOfAProductIsNoMarkup() throws Exception {
    String svg = bars(new BarChart.Bar("<script>alert('x')</script>&", 1.0)).svg(Locale.ENGLISH);

    assertThat(svg).doesNotContain("<script");
    assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void nothingToShowIsSaid() {
    assertThat(bars().svg(Locale.ENGLISH)).contains("Nothing to show.");
  }

  @Test
  void aLineIsBrokenWhereAValueIsMissing() throws Exception {
    LineChart chart =
        new LineChart(
            TITLE,
            UNIT,
            List.of("a", "b", "c", "d", "e"),
            List.of(LineChart.Line.of(TITLE, Arrays.asList(1.0, 2.0, null, 4.0, 5.0))),
            List.of(
                new LineChart.Band(
                    UNIT,
                    Arrays.asList(null, null, null, 3.0, 4.0),
                    Arrays.asList(null, null, null, 5.0, 6.0))));

    Document drawn = parsed(chart.svg(Locale.ENGLISH));

    assertThat(drawn.getElementsByTagName("path").getLength()).isEqualTo(3);
    assertThat(drawn.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Revenue, GBP: a 1; b 2; c missing; d 4; e 5");
  }

  @Test
  void aLineWithTooFewValuesIsRefused() {
    assertThatThrownBy(
            () ->
                new LineChart(
                    TITLE,
                    UNIT,
                    List.of("a", "b"),
                    List.of(LineChart.Line.of(TITLE, List.of(1.0))),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableShadesTheSharesThatItHas() throws Exception {
    HeatTable table =
        new HeatTable(
            TITLE,
            UNIT,
            List.of("0", "1", "2"),
            List.of(
                new HeatTable.Row("2010-12", List.of(1.0, 0.3661, 0.5)),
                new HeatTable.Row("2011-01", Arrays.asList(1.0, null))));

    Document drawn = parsed(table.svg(Locale.ENGLISH));

    assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(4);
    assertThat(drawn.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("GBP: 2010-12 100% 37% 50%; 2011-01 100% –");
  }

  @Property(tries = 500)
  void everyFiniteValueLiesOnTheScale(
      @ForAll @DoubleRange(min = -1e200, max = 1e200) double one,
      @ForAll @DoubleRange(min = -1e200, max = 1e200) double other) {
    Scale scale = Scale.of(Math.min(one, other), Math.max(one, other));

    assertThat(scale.share(one)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(scale.share(other)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(scale.ticks()).hasSizeBetween(2, 12);
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(Scale.of(0, 0.43).ticks())
        .extracting(BigDecimal::toPlainString)
        .containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5");
    assertThat(Scale.label(new BigDecimal("1234567"))).isEqualTo("1.23M");
    assertThat(Scale.label(new BigDecimal("-0.5"))).isEqualTo("-0.5");
  }
}
