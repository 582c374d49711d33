package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What section B5 requires of any series, not only the text books': defined answers, intervals that
 * never narrow, about 95 % of unseen values within the 95 % interval, and a choice that beats
 * seasonal naive on average.
 */
class ForecastPropertiesTest {

  private static final int SEASON = 12;
  private static final int HORIZON = 18;

  @Property(tries = 150)
  void everyMethodAnswersEverySeries(@ForAll("series") double[] y, @ForAll ForecastMethod method) {
    Forecast forecast = forecast(y, new Choice.Given(method));
    assertThat(forecast.ahead()).hasSize(HORIZON);
    assertThat(forecast.ahead())
        .allSatisfy(
            ahead -> {
              assertThat(numbers(ahead)).allMatch(Double::isFinite).isSorted();
              assertThat(ahead.mean()).isBetween(ahead.lower80(), ahead.upper80());
            });
  }

  @Property(tries = 10)
  void everyChoiceAnswersEverySeries(@ForAll("series") double[] y) {
    for (Choice choice : List.of(new Choice.ByAicc(), new Choice.ByRollingOrigin(2))) {
      Forecast forecast = forecast(y, choice);
      assertThat(forecast.ahead())
          .hasSize(HORIZON)
          .allSatisfy(ahead -> assertThat(numbers(ahead)).allMatch(Double::isFinite).isSorted());
      assertThat(forecast.candidates()).extracting(Forecast.Candidate::score).isSorted();
    }
  }

  @Property(tries = 150)
  void intervalsNeverNarrow(@ForAll("series") double[] y, @ForAll ForecastMethod method) {
    Fitting fitting = new Fitting(SEASON, true, Intervals.TEXTBOOK, 1);
    Fitting.Outcome outcome = fitting.fit(method, y, 3 * SEASON);
    Bands ahead = outcome.ahead();
    // A factor makes quiet months surer than busy ones: compare the same month of each year.
    boolean factor =
        outcome.used() == ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE
            || outcome.used() == ForecastMethod.THETA
            || outcome.model().label().endsWith(",M)");
    int apart = factor ? SEASON : 1;
    for (int h = apart; h < 3 * SEASON; h++) {
      int before = h - apart;
      // Up to the rounding of bounds.
      double rounding = 1e-12 * (magnitude(ahead, h) + magnitude(ahead, before));
      assertThat(ahead.upper95(h) - ahead.lower95(h))
          .isGreaterThanOrEqualTo(ahead.upper95(before) - ahead.lower95(before) - rounding);
      assertThat(ahead.upper80(h) - ahead.lower80(h))
          .isGreaterThanOrEqualTo(ahead.upper80(before) - ahead.lower80(before) - rounding);
    }
  }

  private static double magnitude(Bands ahead, int h) {
    return Math.abs(ahead.lower95(h)) + Math.abs(ahead.upper95(h));
  }

  private static List<Double> numbers(Forecast.Ahead ahead) {
    return List.of(ahead.lower95(), ahead.lower80(), ahead.upper80(), ahead.upper95());
  }

  private static Forecast forecast(double[] y, Choice choice) {
    return Forecasting.of(
        ClassicSeries.months(y), Forecasting.Parameters.of(choice, HORIZON), _ -> {});
  }

  /** Of any size, sign and length; smooth, jumping, with zeros, ties and one value far out. */
  @Provide
  Arbitrary<double[]> series() {
    Arbitrary<Double> values =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.doubles().between(1, 100)),
            Tuple.of(1, Arbitraries.of(0.0, 1.0, 1e6)),
            Tuple.of(1, Arbitraries.doubles().between(-100, 100)));
    Arbitrary<double[]> any =
        values
            .list()
            .ofMinSize(Notes.MINIMUM_VALUES)
            .ofMaxSize(50)
            .map(ForecastPropertiesTest::array);
    Arbitrary<double[]> positive =
        Arbitraries.doubles()
            .between(.01, 1e4)
            .list()
            .ofMinSize(5)
            .ofMaxSize(50)
            .map(ForecastPropertiesTest::array);
    Arbitrary<double[]> smooth =
        Combinators.combine(
                Arbitraries.integers().between(Notes.MINIMUM_VALUES, 60),
                Arbitraries.of(-2.0, 0.0, .01, 3.0),
                Arbitraries.of(0.0, .3, .9),
                Arbitraries.of(0.0, 1e-6, .1))
            .as(ForecastPropertiesTest::smooth);
    return Combinators.combine(
            Arbitraries.oneOf(List.of(any, positive, smooth)),
            Arbitraries.of(1.0, 1e-9, 1e12, 1e60))
        .as((y, unit) -> DoubleStream.of(y).map(value -> value * unit).toArray());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  private static double[] smooth(int n, double slope, double season, double noise) {
    Random random = new Random(n);
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      double base = 100 + slope * t;
      y[t] =
          base
              * (1 + season * Math.sin(2 * Math.PI * t / SEASON))
              * (1 + noise * random.nextGaussian());
    }
    return y;
  }

  /**
   * Unseen values of 120 simulated series: levels, trends, damped trends and seasons, of 60 to 120
   * months. Sampling error of the share is about one point, since the months of a series go
   * together.
   */
  @Example
  void about95PercentOfUnseenValuesAreWithinThe95PercentInterval() {
    int within95 = 0;
    int within80 = 0;
    int all = 0;
    Fitting fitting = new Fitting(SEASON, false, Intervals.WIDENED, 1);
    for (int number = 0; number < 120; number++) {
      double[] y = simulated(number);
      int n = y.length - SEASON;
      Bands ahead = fitting.fit(ForecastMethod.ETS, Arrays.copyOf(y, n), SEASON).ahead();
      for (int h = 0; h < SEASON; h++) {
        double value = y[n + h];
        within95 += value >= ahead.lower95(h) && value <= ahead.upper95(h) ? 1 : 0;
        within80 += value >= ahead.lower80(h) && value <= ahead.upper80(h) ? 1 : 0;
        all++;
      }
    }
    assertThat(within95 / (double) all).isBetween(.93, .97);
    assertThat(within80 / (double) all).isBetween(.77, .84);
  }

  @Example
  void theChoiceByAiccBeatsSeasonalNaiveOnAverage() {
    assertThat(meanRatioToSeasonalNaive(new Choice.ByAicc(), 25)).isLessThan(.9);
  }

  @Example
  void theChoiceByRollingOriginBeatsSeasonalNaiveOnAverage() {
    assertThat(meanRatioToSeasonalNaive(new Choice.ByRollingOrigin(3), 10)).isLessThan(.9);
  }

  /** Mean over the series of the absolute error on the last year, over that of seasonal naive. */
  private static double meanRatioToSeasonalNaive(Choice choice, int series) {
    double sum = 0;
    for (int number = 0; number < series; number++) {
      sum += ratioToSeasonalNaive(simulated(number), choice);
    }
    return sum / series;
  }

  private static double ratioToSeasonalNaive(double[] y, Choice choice) {
    List<HoldOut.Score> scores =
        Forecasting.of(ClassicSeries.months(y), Forecasting.Parameters.of(choice, SEASON), _ -> {})
            .holdOut()
            .scores();
    assertThat(scores).extracting(HoldOut.Score::chosen).containsExactly(true, false, false);
    return scores.getFirst().accuracy().mae() / scores.getLast().accuracy().mae();
  }

  @Example
  void bothChoicesBeatSeasonalNaiveOnTheClassicSeries() {
    for (double[] y : List.of(ClassicSeries.airPassengers(), ClassicSeries.co2())) {
      assertThat(ratioToSeasonalNaive(y, new Choice.ByAicc())).isLessThan(1);
      assertThat(ratioToSeasonalNaive(y, new Choice.ByRollingOrigin(1))).isLessThan(1);
    }
  }

  /** One of five kinds of series, of five lengths, each with its own draws. */
  private static double[] simulated(int number) {
    Random random = new Random(1000 + number);
    int n = 60 + 15 * (number / 5 % 5) + SEASON;
    boolean damped = number % 5 == 2;
    double level = 200;
    double slope = number % 5 == 1 || number % 5 == 4 ? 1 : damped ? 3 : 0;
    double amplitude = number % 5 >= 3 ? .2 : 0;
    double[] y = new double[n];
    for (int t = 0; t < n; t++) {
      double error = 6 * random.nextGaussian();
      double base = level + (damped ? .9 * slope : slope);
      double season = amplitude * Math.sin(2 * Math.PI * t / SEASON);
      y[t] = number % 5 == 3 ? base + 200 * season + error : base * (1 + season) + error;
      level = base + .3 * error;
      slope = slope == 0 ? 0 : (damped ? .9 * slope : slope) + .03 * error;
    }
    return y;
  }
}
