package org.kexin.lifecycle;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a customer stands and stood, as the caller may see it. */
@Schema(name = "LifeCycle", description = "Where a customer stands and stood (客户生命周期).")
record LifeCycleView(
    UUID customerId,
    @Nullable LifeCycleStage stage,
    @Nullable LifeCycleReason reason,
    @Schema(description = "Since when, absent where nothing ever happened.")
        @Nullable Instant since,
    @Schema(description = "Version of the policy that decided.", examples = "1", minimum = "1")
        @Nullable Integer policyVersion,
    @Schema(description = "The last change first.", maxItems = 200) @Nullable List<Change> changes,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"stage\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** That a customer came to stand elsewhere. */
  @Schema(name = "LifeCycleChange", description = "A change of where a customer stands (阶段变化).")
  record Change(
      @Schema(examples = "2026-03-01T08:26:00Z") Instant at,
      LifeCycleStage from,
      LifeCycleStage to,
      LifeCycleReason reason,
      @Schema(examples = "1", minimum = "1") int policyVersion) {}
}
