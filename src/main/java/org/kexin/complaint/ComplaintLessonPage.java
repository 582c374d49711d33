package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the file for learning. */
@Schema(description = "A part of the file of complaints to learn from.")
record ComplaintLessonPage(
    @Schema(maxItems = 200) List<ComplaintLesson> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static ComplaintLessonPage of(Page<ComplaintLesson> page) {
    return new ComplaintLessonPage(page.items(), page.nextPageToken());
  }
}
