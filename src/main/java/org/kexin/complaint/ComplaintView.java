package org.kexin.complaint;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.shared.Money;

/** A complaint as one caller may see it: what somebody complains about is behaviour of theirs. */
@Schema(name = "Complaint", description = "A complaint as the caller may see it (投诉).")
record ComplaintView(
    UUID id,
    UUID customerId,
    @Nullable ComplaintState state,
    @Nullable Severity severity,
    @Schema(description = "How often it was escalated.", examples = "0", minimum = "0")
        @Nullable Integer escalationLevel,
    @Nullable ComplaintChannel channel,
    @Nullable UUID categoryId,
    @Nullable UUID productId,
    @Nullable UUID transactionId,
    @Schema(examples = "packing-damaged", maxLength = 64) @Nullable String cause,
    @Schema(
            description = "What the customer says. Not in lists.",
            examples = "The kettle came with a dent in its lid.",
            maxLength = Texts.MAX_CHARS)
        @Nullable String description,
    @Nullable CompensationKind compensationKind,
    @Nullable Money compensation,
    @Schema(
            description = "Who deals with it.",
            examples = "01932c00-0000-7000-8000-000000000101",
            maxLength = 255)
        @Nullable String assignee,
    @Schema(examples = "customer-service", maxLength = 100) @Nullable String assignedDepartment,
    @Schema(
            description = "How content the customer is with the outcome; 5 is best.",
            examples = "4",
            minimum = "1",
            maximum = "5")
        @Nullable Integer rating,
    @Schema(description = "How often it was reopened.", examples = "0", minimum = "0")
        @Nullable Integer reopenCount,
    @Schema(examples = "2026-03-01T08:26:00Z") @Nullable Instant receivedAt,
    @Schema(description = "Until when an answer of the customer is waited for.")
        @Nullable Instant waitingUntil,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Schema(description = "Of the clock that runs out first; absent while none runs.")
        @Nullable Instant nextDeadline,
    @Schema(description = "Not in lists.", maxItems = 3) @Nullable List<ComplaintClockView> clocks,
    @Schema(description = "The last 200, newest first. Not in lists.", maxItems = MAX_EVENTS)
        @Nullable List<ComplaintEventView> events,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"rating\"]",
            maxItems = 30)
        List<@Size(max = 100) String> masked) {

  /** Events in one answer at most. */
  static final int MAX_EVENTS = 200;

  /** What only a single complaint shows. */
  record Detail(
      @Nullable String description,
      List<ComplaintClockView> clocks,
      List<ComplaintEventView> events) {}

  /**
   * @param detail null in a list
   */
  static ComplaintView of(ComplaintRecord complaint, @Nullable Detail detail, Look look) {
    Shown shown = new Shown(look);
    return new ComplaintView(
        complaint.id(),
        complaint.customerId(),
        shown.of("state", complaint.state()),
        shown.of("severity", complaint.severity()),
        shown.of("escalationLevel", complaint.escalationLevel()),
        shown.of("channel", complaint.channel()),
        shown.of("categoryId", complaint.categoryId()),
        shown.of("productId", complaint.productId()),
        shown.of("transactionId", complaint.transactionId()),
        shown.of("cause", complaint.cause()),
        shown.of("description", detail == null ? null : detail.description()),
        shown.of("compensationKind", complaint.compensationKind()),
        shown.of("compensation", complaint.compensation()),
        shown.of("assignee", complaint.assignee()),
        shown.of("assignedDepartment", complaint.assignedDepartment()),
        shown.of("rating", complaint.rating()),
        shown.of("reopenCount", complaint.reopenCount()),
        shown.of("receivedAt", complaint.receivedAt()),
        shown.of("waitingUntil", complaint.waitingUntil()),
        shown.of("resolvedAt", complaint.resolvedAt()),
        shown.of("closedAt", complaint.closedAt()),
        shown.of("nextDeadline", complaint.nextDeadline()),
        shown.of("clocks", detail == null ? null : detail.clocks()),
        shown.of("events", detail == null ? null : detail.events()),
        complaint.version(),
        look.masked());
  }

  private record Shown(Look look) {

    <T> @Nullable T of(String attribute, @Nullable T value) {
      return look.showOrHide(attribute, BEHAVIOUR, value);
    }
  }
}
