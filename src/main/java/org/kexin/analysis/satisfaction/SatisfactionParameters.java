package org.kexin.analysis.satisfaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;
import org.kexin.shared.ProblemException;

/** Query parameters of satisfaction. */
public record SatisfactionParameters(
    @Parameter(
            description = "nps (净推荐值, the default), csat (满意度) or ces (费力度, 7 is easy).",
            schema = @Schema(maxLength = 10, examples = "nps"))
        @RestQuery
        @Nullable String kind,
    @Parameter(
            description = "customers (the default) or staff; never both. Not beside surveyId.",
            schema = @Schema(maxLength = 20, examples = "customers"))
        @RestQuery
        @Nullable String audience,
    @Parameter(description = "Only this survey; all of the audience when absent.") @RestQuery
        @Nullable UUID surveyId,
    @Parameter(description = "Only surveys about this product.") @RestQuery
        @Nullable UUID productId,
    @Parameter(
            description = "Only surveys about this service.",
            schema = @Schema(maxLength = 64, examples = "after-sales"))
        @RestQuery
        @Nullable String service,
    @Parameter(description = "First day, in UTC; absent for all from the start.") @RestQuery
        @Nullable LocalDate from,
    @Parameter(description = "Last day, in UTC; absent for all days that are over.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "Only days that were over at this moment, such as the asOf of an earlier answer;"
                    + " the present moment when absent.")
        @RestQuery
        @Nullable Instant asOf) {

  /** As they were written down. */
  static SatisfactionParameters of(Asked asked) {
    return new SatisfactionParameters(
        asked.text("kind"),
        asked.text("audience"),
        id(asked, "surveyId"),
        id(asked, "productId"),
        asked.text("service"),
        asked.day("from"),
        asked.day("to"),
        asked.moment("asOf"));
  }

  private static @Nullable UUID id(Asked asked, String name) {
    String text = asked.text(name);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw ProblemException.parameter(name, name + " is an id.");
    }
  }
}
