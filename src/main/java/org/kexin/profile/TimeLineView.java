package org.kexin.profile;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.TimeLineEntry;

/** A part of a customer's time line, as the caller may see it. */
@Schema(name = "TimeLine", description = "A part of a customer's time line, newest first (时间线).")
record TimeLineView(
    @Schema(maxItems = 200) List<Entry> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"timeline\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** One thing that happened. */
  @Schema(name = "TimeLineEntry", description = "One thing that happened (事件).")
  record Entry(
      @Schema(description = "What it was.", examples = "ORDER", maxLength = 40) String kind,
      @Schema(examples = "2026-03-01T08:26:00Z") Instant occurredAt,
      @Schema(description = "Of the record to read for more.") UUID subjectId,
      @Schema(description = "What came of it.", examples = "HANDLED", maxLength = 40)
          @Nullable String summary) {

    static Entry of(TimeLineEntry entry) {
      return new Entry(entry.kind(), entry.occurredAt(), entry.subjectId(), entry.summary());
    }
  }
}
