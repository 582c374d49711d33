package org.kexin.analysis.algorithm.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * The last periods of the series forecast from those before, and compared with what came. The
 * chosen method beside naive and seasonal naive: one that does not beat them earns no trust.
 *
 * @param training values before the hold-out
 * @param held values forecast
 * @param scores the chosen method first; empty when a reason is given
 * @param reason why there is none
 */
public record HoldOut(int training, int held, List<Score> scores, @Nullable Reason reason) {

  /** Too few values to hold any out. */
  public static final Reason TOO_SHORT_TO_HOLD_OUT =
      new Reason(
          "TOO_SHORT_TO_HOLD_OUT",
          "After holding periods out, too few would remain to fit a forecast to.");

  public HoldOut {
    scores = List.copyOf(scores);
  }

  /**
   * How one method did.
   *
   * @param chosen whether it is the method of the forecast; its model is chosen anew from the
   *     training part
   * @param method the method fitted to the training part
   * @param model the model in it, such as ETS(M,A,M)
   * @param within80 of the values held out, how many lay within the 80 % interval
   * @param within95 of the values held out, how many lay within the 95 % interval
   */
  public record Score(
      boolean chosen,
      ForecastMethod method,
      String model,
      Accuracy accuracy,
      int within80,
      int within95) {}

  /**
   * Whether naive or seasonal naive had a smaller mean absolute error than the chosen method, which
   * then should not be preferred to it.
   */
  public boolean isBeaten() {
    return scores.stream()
        .anyMatch(score -> score.accuracy().mae() < scores.getFirst().accuracy().mae());
  }

  static HoldOut none(int values) {
    return new HoldOut(values, 0, List.of(), TOO_SHORT_TO_HOLD_OUT);
  }
}
