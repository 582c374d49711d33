package org.kexin.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of surveys. */
@Schema(description = "A part of a list of surveys.")
record SurveyPage(
    @Schema(maxItems = 200) List<SurveyView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static SurveyPage of(Page<SurveyView> page) {
    return new SurveyPage(page.items(), page.nextPageToken());
  }
}
