package org.kexin.complaint;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.shared.Money;

/**
 * A complaint as the customer reads it: what was said to them, not what staff say to each other.
 */
@Schema(name = "MyComplaint", description = "A complaint of mine (我的投诉).")
record OwnComplaintView(
    UUID id,
    @Nullable ComplaintState state,
    @Nullable UUID categoryId,
    @Nullable UUID productId,
    @Nullable UUID transactionId,
    @Schema(
            description = "Not in lists.",
            examples = "The kettle came with a dent in its lid.",
            maxLength = Texts.MAX_CHARS)
        @Nullable String description,
    @Nullable CompensationKind compensationKind,
    @Nullable Money compensation,
    @Schema(description = "My rating of the outcome.", examples = "4", minimum = "1", maximum = "5")
        @Nullable Integer rating,
    @Nullable Instant receivedAt,
    @Schema(description = "Until when my answer is waited for.") @Nullable Instant waitingUntil,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Schema(description = "The last 200, newest first. Not in lists.", maxItems = 200)
        @Nullable List<ComplaintEventView> events,
    @Schema(minimum = "0") long version) {

  /** What staff tell the customer, or the customer tells them; the rest is the house's own. */
  private static final Set<EventKind> TOLD =
      EnumSet.of(
          EventKind.RECEIVED,
          EventKind.ACKNOWLEDGED,
          EventKind.UPDATED,
          EventKind.WAITING_FOR_CUSTOMER,
          EventKind.CUSTOMER_ANSWERED,
          EventKind.WAIT_ENDED,
          EventKind.CUSTOMER_ADDED,
          EventKind.RESOLVED,
          EventKind.CLOSED,
          EventKind.REOPENED,
          EventKind.WITHDRAWN,
          EventKind.RATED);

  /**
   * @param description null in a list
   * @param events of all kinds; null in a list
   */
  static OwnComplaintView of(
      ComplaintRecord complaint,
      @Nullable String description,
      @Nullable List<ComplaintEventView> events,
      Look look) {
    Shown shown = new Shown(look);
    return new OwnComplaintView(
        complaint.id(),
        shown.of("state", complaint.state()),
        shown.of("categoryId", complaint.categoryId()),
        shown.of("productId", complaint.productId()),
        shown.of("transactionId", complaint.transactionId()),
        shown.of("description", description),
        shown.of("compensationKind", complaint.compensationKind()),
        shown.of("compensation", complaint.compensation()),
        shown.of("rating", complaint.rating()),
        shown.of("receivedAt", complaint.receivedAt()),
        shown.of("waitingUntil", complaint.waitingUntil()),
        shown.of("resolvedAt", complaint.resolvedAt()),
        shown.of("closedAt", complaint.closedAt()),
        shown.of(
            "events",
            events == null
                ? null
                : events.stream()
                    .filter(event -> TOLD.contains(event.kind()))
                    .map(ComplaintEventView::withoutStaff)
                    .toList()),
        complaint.version());
  }

  private record Shown(Look look) {

    <T> @Nullable T of(String attribute, @Nullable T value) {
      return look.showOrHide(attribute, BEHAVIOUR, value);
    }
  }
}
