package org.kexin.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next version of the policy, whole. */
@Schema(description = "The next version of the policy of complaints, whole (投诉时限).")
record NewComplaintPolicy(
    @Schema(description = "The calendar by which its times run.", examples = "default")
        @NotNull
        @Size(min = 1, max = NewBusinessCalendar.MAX_CODE_CHARS)
        @Pattern(regexp = NewBusinessCalendar.CODE, message = "is kebab-case such as default")
        String calendar,
    @Schema(description = "Somebody is warned after so much of a time.", examples = "80")
        @Min(1)
        @Max(99)
        int warnAtPercent,
    @Schema(description = "Each severity once.") @NotNull @Size(min = 4, max = 4)
        List<@Valid Targets> targets) {

  /** A missing list is an empty one. */
  NewComplaintPolicy {
    targets = targets == null ? List.of() : List.copyOf(targets);
  }

  /** Times in minutes of work. */
  @Schema(name = "ComplaintTargets", description = "Times in minutes of work, for one severity.")
  record Targets(
      @NotNull Severity severity,
      @Schema(examples = "540") @Min(1) @Max(ClockPolicy.MAX_MINUTES) int acknowledgeMinutes,
      @Schema(examples = "1620") @Min(1) @Max(ClockPolicy.MAX_MINUTES) int updateMinutes,
      @Schema(examples = "5400") @Min(1) @Max(ClockPolicy.MAX_MINUTES) int resolveMinutes) {}

  /**
   * The policy that this describes.
   *
   * @throws IllegalArgumentException if a severity stands twice, or what {@link ClockPolicy}
   *     refuses
   */
  ClockPolicy policy() {
    Map<Severity, Map<ClockKind, Duration>> all = new EnumMap<>(Severity.class);
    for (Targets of : targets) {
      Map<ClockKind, Duration> times =
          Map.of(
              ClockKind.ACKNOWLEDGE, Duration.ofMinutes(of.acknowledgeMinutes()),
              ClockKind.UPDATE, Duration.ofMinutes(of.updateMinutes()),
              ClockKind.RESOLVE, Duration.ofMinutes(of.resolveMinutes()));
      if (all.put(of.severity(), times) != null) {
        throw new IllegalArgumentException("Name each severity once.");
      }
    }
    return new ClockPolicy(all, warnAtPercent);
  }
}
