package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.DepartmentReport;
import org.kexin.shared.Page;

/** A part of a report by department, purpose and period. */
@Schema(description = "A part of a report by department, purpose and period.")
public record DepartmentReportPage(
    @Schema(maxItems = 200) List<DepartmentReport> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static DepartmentReportPage of(Page<DepartmentReport> page) {
    return new DepartmentReportPage(page.items(), page.nextPageToken());
  }
}
