package org.kexin.analysis.run;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be computed. */
@Schema(description = "What shall be computed in the background.")
public record NewAnalysisRun(
    @Schema(
            description = "The last part of the path of the analysis.",
            examples = "statistics",
            maxLength = 40)
        String analysis,
    @Schema(
            description =
                "The parameters that the request of this analysis takes in its query, under the"
                    + " same names. asOf asks for the facts known at a moment; now when absent.",
            examples = "{\"currency\":\"GBP\"}")
        @Nullable Map<String, @Size(max = 500) String> parameters) {

  private static final int MAX_PARAMETERS = 50;

  /** What was given, nothing where nothing was. */
  Map<String, String> given() {
    return parameters == null ? Map.of() : parameters;
  }

  boolean hasTooMany() {
    return given().size() > MAX_PARAMETERS;
  }
}
