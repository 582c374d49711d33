package org.kexin.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the list of surveys that the customer is invited to. */
@Schema(description = "A part of the list of surveys that I am invited to.")
record MySurveyPage(
    @Schema(maxItems = 200) List<MySurveyView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static MySurveyPage of(Page<MySurveyView> page) {
    return new MySurveyPage(page.items(), page.nextPageToken());
  }
}
