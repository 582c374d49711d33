package org.kexin.analysis.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the caller's runs. */
@Schema(description = "A part of the caller's runs, the newest first.")
public record AnalysisRunPage(
    @Schema(maxItems = 200) List<AnalysisRunView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static AnalysisRunPage of(Page<AnalysisRunView> page) {
    return new AnalysisRunPage(page.items(), page.nextPageToken());
  }
}
