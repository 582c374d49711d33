package org.kexin.analysis.insight;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering.Method;
import org.kexin.analysis.algorithm.Reason;

/** Something derived of a customer, and why. */
@Schema(description = "Something derived of a customer, and why (洞察).")
public record Insight(
    @Schema(description = "What it is.", examples = "rfm-segment", maxLength = 60) String code,
    @Schema(
            description = "A word or a decimal number; absent where there is not enough to go by.",
            examples = "Champions",
            maxLength = 100)
        @Nullable String value,
    @Schema(
            description = "Of a number: a currency, probability, days, orders, points.",
            examples = "GBP",
            maxLength = 40)
        @Nullable String unit,
    @Schema(description = "Why it is so, the weightiest first.", maxItems = 20) List<Why> reasons,
    @Schema(
            description = "The method, with its source.",
            examples = "RFM scores 1..5, 5 is best (R package rfm 0.3.0)",
            maxLength = 500)
        String method,
    @Schema(description = "Version of the method here.", examples = "1", maxLength = 20)
        String version,
    @Schema(
            description = "What the method was given.",
            examples = "{\"referenceDate\":\"2011-12-10\"}")
        SortedMap<String, @Size(max = 200) String> parameters,
    @Schema(description = "The moment of the facts of others that it is compared with.")
        @Nullable Instant asOf) {

  /** Copies the reasons. */
  public Insight {
    reasons = List.copyOf(reasons);
  }

  /** One reason. */
  @Schema(description = "One reason.")
  public record Why(
      @Schema(description = "Stable code.", examples = "LAST_ORDER", maxLength = 100) String code,
      @Schema(
              description = "The reason in words.",
              examples = "The last order was 2 days before the reference date.",
              maxLength = 500)
          String detail) {

    /** As an algorithm said it. */
    public static Why of(Reason reason) {
      return new Why(reason.code(), reason.detail());
    }
  }

  /** An insight that there is. */
  public static Insight of(
      String code,
      String value,
      @Nullable String unit,
      List<Why> reasons,
      Method method,
      Map<String, String> parameters,
      @Nullable Instant asOf) {
    return new Insight(
        code,
        value,
        unit,
        reasons,
        method.name(),
        method.version(),
        new TreeMap<>(parameters),
        asOf);
  }

  /** Why there is none. */
  public static Insight missing(String code, Reason reason, Method method) {
    return new Insight(
        code,
        null,
        null,
        List.of(Why.of(reason)),
        method.name(),
        method.version(),
        new TreeMap<>(),
        null);
  }
}
