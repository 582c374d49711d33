package org.kexin.analysis.grading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of appeals. */
@Schema(description = "A part of a list of appeals.")
record GradeAppealPage(
    @Schema(maxItems = 200) List<GradeAppealView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static GradeAppealPage of(Page<GradeAppealView> page) {
    return new GradeAppealPage(page.items(), page.nextPageToken());
  }
}
