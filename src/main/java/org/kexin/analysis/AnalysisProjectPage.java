package org.kexin.analysis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of projects. */
@Schema(description = "A part of the list of projects.")
record AnalysisProjectPage(
    @Schema(maxItems = 200) List<AnalysisProjectView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static AnalysisProjectPage of(Page<AnalysisProjectView> page) {
    return new AnalysisProjectPage(page.items(), page.nextPageToken());
  }
}
