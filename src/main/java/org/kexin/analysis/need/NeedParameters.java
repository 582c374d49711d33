package org.kexin.analysis.need;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of needs, beside those of every analysis of sales. */
public record NeedParameters(
    @Parameter(
            description =
                "Day that is asked about; that of asOf, or today, when absent. For roles that may not"
                    + " see individuals always the day of asOf.")
        @RestQuery
        @Nullable LocalDate referenceDate,
    @Parameter(
            description =
                "Days after the reference date that are looked ahead, 1 to 365; 7 when absent.",
            schema = @Schema(minimum = "1", maximum = "365", examples = "7"))
        @RestQuery
        @Nullable Integer within,
    @Parameter(
            description = "What is needed: category (the default) or product.",
            schema = @Schema(maxLength = 20, examples = "category"))
        @RestQuery
        @Nullable String by,
    @Parameter(
            description =
                "How many of those that most customers are due for, 0 to 500; 50 when absent.",
            schema = @Schema(minimum = "0", maximum = "500", examples = "50"))
        @RestQuery
        @Nullable Integer top) {

  static NeedParameters of(Asked asked) {
    return new NeedParameters(
        asked.day("referenceDate"), asked.number("within"), asked.text("by"), asked.number("top"));
  }
}
