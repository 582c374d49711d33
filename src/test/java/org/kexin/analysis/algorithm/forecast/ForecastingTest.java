package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;

/** What a forecast does where a method cannot be fitted, and what it says about it (section B5). */
class ForecastingTest {

  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  @Test
  void aFactorWithZerosOrNegativesFallsBackToAdding() {
    double[] withZero = seasonal(36);
    withZero[7] = 0;
    Forecast winters = forecast(withZero, ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE);
    assertThat(winters.method()).isEqualTo(ForecastMethod.HOLT_WINTERS_ADDITIVE);
    assertThat(winters.notes()).containsExactly(Notes.NEEDS_POSITIVE_VALUES);

    double[] negative = withZero.clone();
    negative[7] = -3;
    Forecast exponential = forecast(negative, ForecastMethod.HOLT_EXPONENTIAL);
    assertThat(exponential.method()).isEqualTo(ForecastMethod.HOLT);
    assertThat(exponential.notes()).containsExactly(Notes.NEEDS_POSITIVE_VALUES);

    Forecast ets = forecast(negative, new Choice.ByAicc());
    assertThat(ets.notes()).containsExactly(Notes.NEEDS_POSITIVE_VALUES);
    assertThat(ets.candidates())
        .hasSize(6)
        .allSatisfy(candidate -> assertThat(candidate.model()).startsWith("ETS(A,"));
  }

  @Test
  void lessThanTwoSeasonsFallBackToNoSeason() {
    double[] y = seasonal(23);
    Forecast winters = forecast(y, ForecastMethod.HOLT_WINTERS_ADDITIVE);
    assertThat(winters.method()).isEqualTo(ForecastMethod.HOLT);
    assertThat(winters.notes()).containsExactly(Notes.LESS_THAN_TWO_SEASONS);
    assertThat(forecast(y, ForecastMethod.SEASONAL_NAIVE).method()).isEqualTo(ForecastMethod.NAIVE);
    Forecast ets = forecast(y, new Choice.ByAicc());
    assertThat(ets.notes()).containsExactly(Notes.LESS_THAN_TWO_SEASONS);
    assertThat(ets.model()).endsWith(",N)");

    assertThat(forecast(seasonal(24), ForecastMethod.HOLT_WINTERS_ADDITIVE).method())
        .isEqualTo(ForecastMethod.HOLT_WINTERS_ADDITIVE);
  }

  @Test
  void aSeasonOfOneIsNoSeason() {
    Forecasting.Parameters parameters =
        new Forecasting.Parameters(
            new Choice.Given(ForecastMethod.SEASONAL_NAIVE),
            3,
            1,
            null,
            false,
            false,
            Intervals.TEXTBOOK,
            1);
    Forecast forecast = Forecasting.of(months(seasonal(36)), parameters, _ -> {});
    assertThat(forecast.method()).isEqualTo(ForecastMethod.NAIVE);
    assertThat(forecast.notes()).containsExactly(Notes.NO_SEASON);
  }

  @Test
  void tooFewValuesAreNotForecastAndTheThresholdIsSaid() {
    Forecast forecast = forecast(new double[] {1, 2, 3, 4}, new Choice.ByAicc());
    assertThat(forecast.reason()).isEqualTo(Notes.NOT_ENOUGH_DATA);
    assertThat(Notes.NOT_ENOUGH_DATA.detail()).contains("at least 5 complete periods");
    assertThat(forecast.ahead()).isEmpty();
    assertThat(forecast.method()).isNull();
    assertThat(forecast.holdOut().reason()).isEqualTo(HoldOut.TOO_SHORT_TO_HOLD_OUT);
  }

  @ParameterizedTest
  @EnumSource(ForecastMethod.class)
  void fiveValuesAreEnoughForSomeForecastByEveryMethod(ForecastMethod method) {
    Forecast forecast = forecast(new double[] {3, 1, 4, 1, 5}, method);
    assertThat(forecast.ahead()).hasSize(3);
    assertThat(forecast.reason()).isNull();
  }

  @Test
  void aMethodWithMoreParametersThanValuesGivesWayToASimplerOne() {
    Forecast forecast = forecast(new double[] {3, 1, 4, 1, 5}, ForecastMethod.HOLT_DAMPED);
    assertThat(forecast.method()).isEqualTo(ForecastMethod.SES);
    assertThat(forecast.notes()).containsExactly(Notes.TOO_SHORT_FOR_METHOD);
  }

  @ParameterizedTest
  @EnumSource(ForecastMethod.class)
  void aConstantSeriesIsRepeatedWithoutWidth(ForecastMethod method) {
    double[] y = new double[30];
    Arrays.fill(y, 7.5);
    Forecast forecast = forecast(y, method);
    assertThat(forecast.notes()).containsExactly(Notes.CONSTANT_SERIES);
    assertThat(forecast.ahead())
        .allSatisfy(
            ahead -> {
              assertThat(ahead.mean()).isEqualTo(7.5);
              assertThat(ahead.lower95()).isEqualTo(7.5);
              assertThat(ahead.upper95()).isEqualTo(7.5);
            });
    Accuracy accuracy = forecast.holdOut().scores().getFirst().accuracy();
    assertThat(accuracy.rmse()).isZero();
    assertThat(accuracy.mase()).isEqualTo(Measure.missing(Accuracy.TRAINING_NEVER_CHANGED));
  }

  @Test
  void allZerosAreForecastAsZero() {
    Forecast forecast = forecast(new double[30], new Choice.ByRollingOrigin(3));
    assertThat(forecast.notes()).containsExactly(Notes.ALL_ZERO);
    assertThat(forecast.ahead()).extracting(Forecast.Ahead::mean).containsOnly(0.0);
    Accuracy accuracy = forecast.holdOut().scores().getFirst().accuracy();
    assertThat(accuracy.mape()).isEqualTo(Measure.missing(Accuracy.ACTUAL_IS_ZERO));
    assertThat(accuracy.smape()).isZero();
  }

  @Test
  void anIntermittentSeriesIsForecastAndSaid() {
    double[] y = new double[40];
    for (int t = 0; t < y.length; t += 4) {
      y[t] = 1 + t % 3;
    }
    Forecast forecast = forecast(y, ForecastMethod.SES);
    assertThat(forecast.notes()).containsExactly(Notes.INTERMITTENT_SERIES);
    assertThat(forecast.ahead().getFirst().mean()).isBetween(0.0, 1.0);
  }

  @Test
  void aFactorlessPercentageOfZeroIsNotDefinedButTheSymmetricOneIs() {
    Accuracy accuracy =
        Accuracy.of(new double[] {0, 2}, new double[] {0, 0}, new double[] {4, 4, 4}, 1);
    assertThat(accuracy.mape()).isEqualTo(Measure.missing(Accuracy.ACTUAL_IS_ZERO));
    assertThat(accuracy.smape()).isEqualTo(100);
    assertThat(accuracy.mase()).isEqualTo(Measure.missing(Accuracy.TRAINING_NEVER_CHANGED));
  }

  @Test
  void incompleteEndsAreLeftOutAndTheForecastBeginsAtTheFirstOfThem() {
    List<Measure<Double>> values = new ArrayList<>();
    for (double value : seasonal(30)) {
      values.add(Measure.of(value));
    }
    TimeSeries series =
        new TimeSeries(
            PeriodUnit.MONTH,
            LocalDate.of(2020, 1, 15),
            LocalDate.of(2022, 6, 9),
            values,
            List.of());
    Forecast forecast = Forecasting.of(series, given(ForecastMethod.NAIVE), _ -> {});
    assertThat(forecast.leftOut())
        .containsExactly(
            new LeftOut(Notes.INCOMPLETE_LAST_PERIOD, 1),
            new LeftOut(Notes.INCOMPLETE_FIRST_PERIOD, 1));
    assertThat(forecast.past()).hasSize(28);
    assertThat(forecast.past().getFirst().label()).isEqualTo("2020-02");
    assertThat(forecast.ahead().getFirst().label()).isEqualTo("2022-06");
    assertThat(forecast.ahead().getFirst().lastDay()).isEqualTo("2022-06-30");

    Forecasting.Parameters withThem =
        new Forecasting.Parameters(
            new Choice.Given(ForecastMethod.NAIVE),
            3,
            null,
            null,
            true,
            false,
            Intervals.TEXTBOOK,
            1);
    Forecast all = Forecasting.of(series, withThem, _ -> {});
    assertThat(all.leftOut()).isEmpty();
    assertThat(all.past()).hasSize(30);
    assertThat(all.ahead().getFirst().label()).isEqualTo("2022-07");
  }

  @Test
  void missingValuesAreInterpolatedBetweenOthersAndDroppedAtTheEnds() {
    List<@Nullable Double> values = new ArrayList<>(List.of(1.0, 2.0, 4.0, 8.0, 5.0, 6.0, 7.0));
    values.addFirst(null);
    values.set(4, null);
    values.add(null);
    Forecast forecast =
        Forecasting.of(
            TimeSeries.ofWholePeriods(PeriodUnit.QUARTER, START, values),
            given(ForecastMethod.DRIFT),
            _ -> {});
    assertThat(forecast.notes()).containsExactly(Notes.MISSING_INTERPOLATED);
    assertThat(forecast.leftOut())
        .containsExactly(new LeftOut(Notes.PERIODS_WITHOUT_VALUE_AT_THE_ENDS, 2));
    Forecast.Past filled = forecast.past().get(3);
    assertThat(filled.value()).isEqualTo(4.5);
    assertThat(filled.interpolated()).isTrue();
    assertThat(forecast.ahead().getFirst().label()).isEqualTo("2022-Q1");
    assertThat(forecast.ahead().getFirst().mean()).isEqualTo(8);
  }

  @Test
  void moreThanAThirdMissingIsNotForecast() {
    List<@Nullable Double> values = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      values.add(t % 2 == 0 ? (double) t : null);
    }
    Forecast forecast =
        Forecasting.of(
            TimeSeries.ofWholePeriods(PeriodUnit.DAY, START, values),
            given(ForecastMethod.NAIVE),
            _ -> {});
    assertThat(forecast.reason()).isEqualTo(Notes.TOO_MANY_MISSING);
    List<@Nullable Double> none = new ArrayList<>(Collections.nCopies(9, null));
    assertThat(
            Forecasting.of(
                    TimeSeries.ofWholePeriods(PeriodUnit.DAY, START, none),
                    given(ForecastMethod.NAIVE),
                    _ -> {})
                .reason())
        .isEqualTo(Notes.NOT_ENOUGH_DATA);
  }

  @Test
  void aLongSeasonIsTakenOutBeforeTheEtsFamilyAndPutBack() {
    double[] y = new double[156];
    Random random = new Random(3);
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 + 40 * Math.sin(2 * Math.PI * t / 52) + random.nextGaussian();
    }
    Forecast forecast =
        Forecasting.of(
            TimeSeries.ofWholePeriods(PeriodUnit.WEEK, START, DoubleStream.of(y).boxed().toList()),
            Forecasting.Parameters.of(new Choice.ByAicc(), 52),
            _ -> {});
    assertThat(forecast.notes()).containsExactly(Notes.SEASON_TAKEN_OUT);
    for (int h = 0; h < 52; h++) {
      assertThat(forecast.ahead().get(h).mean())
          .isCloseTo(100 + 40 * Math.sin(2 * Math.PI * h / 52), within(4.0));
    }
  }

  @Test
  void theChoiceByRollingOriginRanksTheMethodsAndTakesTheFirst() {
    double[] trend = new double[60];
    Random random = new Random(5);
    for (int t = 0; t < trend.length; t++) {
      trend[t] = 50 + 3 * t + random.nextGaussian();
    }
    List<Double> progress = new ArrayList<>();
    Forecast forecast =
        Forecasting.of(
            months(trend),
            Forecasting.Parameters.of(new Choice.ByRollingOrigin(4), 6),
            progress::add);
    assertThat(forecast.candidates()).extracting(Forecast.Candidate::score).isSorted();
    assertThat(forecast.method()).isEqualTo(forecast.candidates().getFirst().method());
    assertThat(forecast.candidates().getLast().method()).isEqualTo(ForecastMethod.MEAN);
    assertThat(forecast.ahead().getLast().mean()).isCloseTo(50 + 3 * 65, within(3.0));
    assertThat(progress).isSorted().endsWith(1.0);
  }

  @Test
  void aMethodThatSeasonalNaiveBeatsIsSaidToBeBeaten() {
    Forecast forecast = forecast(seasonal(60), ForecastMethod.MEAN);
    assertThat(forecast.holdOut().isBeaten()).isTrue();
    assertThat(forecast(seasonal(60), new Choice.ByAicc()).holdOut().isBeaten()).isFalse();
  }

  @Test
  void theChoiceIsByAiccWhereTheSeriesHasNoPastToForecastFrom() {
    Forecast forecast = forecast(seasonal(24), new Choice.ByRollingOrigin(3));
    assertThat(forecast.notes()).containsExactly(Notes.TOO_SHORT_FOR_ROLLING_ORIGIN);
    assertThat(forecast.method()).isEqualTo(ForecastMethod.ETS);
  }

  @Test
  void theSameQuestionTwiceGivesTheSameAnswer() {
    Forecasting.Parameters parameters =
        new Forecasting.Parameters(
            new Choice.ByAicc(), 6, null, null, false, true, Intervals.WIDENED, 42);
    Forecast once = Forecasting.of(months(seasonal(60)), parameters, _ -> {});
    assertThat(Forecasting.of(months(seasonal(60)), parameters, _ -> {})).isEqualTo(once);
  }

  @Test
  void anInterruptedThreadStopsTheForecast() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> forecast(seasonal(60), new Choice.ByAicc()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forecasting.Parameters.of(new Choice.ByAicc(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forecasting.Parameters.of(new Choice.ByAicc(), 401));
    assertThatIllegalArgumentException().isThrownBy(() -> new Choice.ByRollingOrigin(0));
  }

  /** A trend, a season and a small disturbance that are the same in every run. */
  static double[] seasonal(int months) {
    Random random = new Random(11);
    double[] y = new double[months];
    for (int t = 0; t < months; t++) {
      y[t] = 100 + t + 20 * Math.sin(2 * Math.PI * t / 12) + 2 * random.nextGaussian();
    }
    return y;
  }

  static TimeSeries months(double[] values) {
    return TimeSeries.ofWholePeriods(
        PeriodUnit.MONTH, START, DoubleStream.of(values).boxed().toList());
  }

  private static Forecast forecast(double[] values, ForecastMethod method) {
    return forecast(values, new Choice.Given(method));
  }

  private static Forecast forecast(double[] values, Choice choice) {
    return Forecasting.of(months(values), Forecasting.Parameters.of(choice, 3), _ -> {});
  }

  private static Forecasting.Parameters given(ForecastMethod method) {
    return Forecasting.Parameters.of(new Choice.Given(method), 3);
  }
}
