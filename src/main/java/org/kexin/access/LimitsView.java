package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.shared.PublishedLimit;

/**
 * Everything a client should know before it asks for too much.
 *
 * @param quotas the caller's own
 * @param limits the same for everybody
 */
@Schema(name = "Limits", description = "Quotas of the caller and limits for all (限额).")
public record LimitsView(
    @Schema(maxItems = 20) List<Quota> quotas,
    @Schema(maxItems = 100) List<PublishedLimit> limits) {

  /**
   * A quota of the caller on one pod.
   *
   * @param remaining what the pod that answers has left for the caller
   */
  @Schema(name = "Quota", description = "How much the caller may use in a window of time (配额).")
  public record Quota(
      @Schema(examples = "persons-minute", maxLength = 40) String name,
      @Schema(description = "REQUESTS or PERSONS shown.") Unit unit,
      @Schema(examples = "1000", minimum = "1") long quota,
      @Schema(examples = "60", minimum = "1") long windowSeconds,
      @Schema(examples = "940", minimum = "0") long remaining) {}

  /** What is counted. */
  @Schema(name = "QuotaUnit", description = "What a quota counts.")
  public enum Unit {
    /** Requests, whatever came of them. */
    REQUESTS,
    /** Persons in answers; a page of 200 counts 200. */
    PERSONS
  }
}
