package org.kexin.complaint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of calendars. */
@Schema(description = "A part of a list of business calendars.")
record BusinessCalendarPage(
    @Schema(maxItems = 200) List<BusinessCalendarView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static BusinessCalendarPage of(Page<BusinessCalendarView> page) {
    return new BusinessCalendarPage(page.items(), page.nextPageToken());
  }
}
