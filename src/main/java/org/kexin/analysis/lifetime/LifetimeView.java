package org.kexin.analysis.lifetime;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** Purchase and value models, and what they expect. */
@Schema(description = "What customers will still buy and what it is worth (客户终身价值).")
public record LifetimeView(
    About about,
    @Schema(
            description = "What month, discount and margin mean here.",
            examples = "A month is 52/12 weeks …",
            maxLength = 1000)
        String definition,
    @Schema(
            description = "What the probability of being active cannot tell.",
            examples = "Under BG/NBD everybody who bought once is active …",
            maxLength = 1000)
        String caution,
    PurchaseModelView purchases,
    ValueModelView values,
    @Schema(description = "Absent without a model, or where customers are too few to show.")
        @Nullable LifetimeExpectation expected,
    @Schema(
            description =
                "How the models predict what happened after calibrationEnd; absent without one.")
        @Nullable HoldOutView holdOut)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return LifetimeCharts.of(this).svg(language);
  }

  /** One parameter of a fitted model. */
  @Schema(description = "One parameter of a fitted model.")
  public record ModelParameter(
      @Schema(description = "As in the paper.", examples = "alpha", maxLength = 20) String name,
      @Schema(description = "Its value; times are in weeks.", examples = "4.4136") double value,
      @Schema(
              description = "Relative standard error; absent where the data do not tell it.",
              examples = "0.08")
          @Nullable Double relativeError) {}

  /** A fitted model of how often people buy. */
  @Schema(description = "A fitted model of how often people buy and when they leave.")
  public record PurchaseModelView(
      @Schema(description = "BG_NBD, MBG_NBD or PARETO_NBD.", examples = "MBG_NBD", maxLength = 20)
          String model,
      @Schema(
              description =
                  "Empty where there is nothing to fit, or customers are too few to show.",
              maxItems = 4)
          List<ModelParameter> parameters,
      @Schema(examples = "-9582.4292") @Nullable Double logLikelihood,
      @Schema(
              description =
                  "CONVERGED; WEAKLY_IDENTIFIED or AT_BOUND: do not read the parameters;"
                      + " NOT_CONVERGED: do not use it.",
              examples = "CONVERGED",
              maxLength = 20)
          @Nullable String convergence,
      @Schema(description = "Customers with a purchase.", examples = "2357")
          @Nullable Long customers,
      @Schema(description = "Why there is no model.", maxLength = 500) @Nullable String reason) {}

  /** A fitted model of what a purchase is worth. */
  @Schema(description = "A fitted model of what a purchase is worth.")
  public record ValueModelView(
      @Schema(description = "p, q and v; empty as for the purchases.", maxItems = 3)
          List<ModelParameter> parameters,
      @Schema(examples = "-4055.9232") @Nullable Double logLikelihood,
      @Schema(description = "As for the purchases.", examples = "CONVERGED", maxLength = 20)
          @Nullable String convergence,
      @Schema(
              description =
                  "Between number and mean value of purchases; the model takes it for 0, so far from"
                      + " it the values of frequent buyers are biased.",
              examples = "0.1135",
              minimum = "-1",
              maximum = "1")
          @Nullable Double correlation,
      @Schema(
              description = "Mean value of a purchase over all customers.",
              examples = "35.17",
              maxLength = 40)
          @Nullable String meanValue,
      @Schema(description = "Customers it was fitted to.", examples = "946")
          @Nullable Long customers,
      @Schema(description = "Customers left out, who bought on one day only.", examples = "1411")
          @Nullable Long withoutRepeats,
      @Schema(
              description = "Customers left out, whose returns were worth as much as they bought.",
              examples = "0")
          @Nullable Long withoutPositiveValue,
      @Schema(description = "Why there is no model.", maxLength = 500) @Nullable String reason) {}

  /** What is expected of all customers together. */
  @Schema(description = "What is expected of all customers together over the months ahead.")
  public record LifetimeExpectation(
      @Schema(description = "Customers expected to be still active.", examples = "980.3")
          double activeCustomers,
      @Schema(
              description =
                  "Customers who count as active by assumption only: under BG/NBD those with one"
                      + " day of purchase.",
              examples = "0")
          @Nullable Long activeByAssumption,
      @Schema(description = "Days with a purchase.", examples = "1903.2") double purchases,
      @Schema(
              description = "Their discounted value; absent without a model of values.",
              examples = "66930.12",
              maxLength = 40)
          @Nullable String value,
      @Schema(description = "Customers whose value cannot be estimated.", examples = "0")
          @Nullable Long withoutValue,
      @Schema(maxItems = 120) List<LifetimeMonth> months) {}

  /** One month ahead. */
  @Schema(description = "One month ahead.")
  public record LifetimeMonth(
      @Schema(description = "From 1.", examples = "1") int month,
      @Schema(examples = "170.4") double purchases,
      @Schema(description = "Discounted.", examples = "5990.11", maxLength = 40)
          @Nullable String value) {}

  /** Models against what happened. */
  @Schema(description = "What the models predicted against what happened.")
  public record HoldOutView(
      @Schema(description = "Length in weeks.", examples = "39") double weeks,
      @Schema(examples = "2357") @Nullable Long customers,
      @Schema(description = "Days with a purchase that there were.", examples = "1882")
          @Nullable Long purchases,
      @Schema(description = "The smallest mean error, of those that converged.", maxLength = 20)
          @Nullable String best,
      @Schema(maxItems = 3) List<HoldOutModel> models,
      @Schema(maxItems = 8) List<HoldOutClass> classes) {}

  /** One model in the hold-out. */
  @Schema(description = "One model, fitted to what was known at calibrationEnd.")
  public record HoldOutModel(
      PurchaseModelView fit,
      @Schema(description = "Days with a purchase that it predicted.", examples = "1875.4")
          @Nullable Double purchases,
      @Schema(description = "Mean absolute error per customer.", examples = "0.75")
          @Nullable Double meanAbsoluteError,
      @Schema(description = "Root of the mean squared error.", examples = "1.6")
          @Nullable Double rootMeanSquareError) {}

  /** Customers with equally many repeat purchases. */
  @Schema(
      description =
          "Customers with equally many days of purchase after the first one; the last class has 7"
              + " and more. Means are absent for nobody and for too few to show.")
  public record HoldOutClass(
      @Schema(examples = "2", minimum = "0", maximum = "7") int repeats,
      @Schema(examples = "214") @Nullable Long customers,
      @Schema(description = "Mean days with a purchase.", examples = "1.3925")
          @Nullable Double actual,
      @Schema(description = "The same as the models predict it.", maxItems = 3)
          List<HoldOutMean> predicted) {}

  /** What one model predicts of one class. */
  @Schema(description = "What one model predicts of these customers.")
  public record HoldOutMean(
      @Schema(examples = "MBG_NBD", maxLength = 20) String model,
      @Schema(description = "Mean days with a purchase.", examples = "1.0441")
          @Nullable Double mean) {}
}
