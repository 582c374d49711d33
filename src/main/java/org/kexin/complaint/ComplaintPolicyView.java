package org.kexin.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the policy. */
@Schema(name = "ComplaintPolicy", description = "A version of the policy of complaints (投诉时限).")
record ComplaintPolicyView(
    UUID id,
    @Schema(examples = "1", minimum = "1") int version,
    @Schema(examples = "default", maxLength = 64) String calendar,
    @Schema(examples = "80", minimum = "1", maximum = "99") int warnAtPercent,
    @Schema(maxItems = 4) List<NewComplaintPolicy.Targets> targets,
    Instant publishedAt) {

  static ComplaintPolicyView of(PublishedPolicy row, NewComplaintPolicy document) {
    return new ComplaintPolicyView(
        row.id(),
        row.version(),
        row.calendar(),
        document.warnAtPercent(),
        document.targets(),
        row.publishedAt());
  }
}
