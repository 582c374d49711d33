package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a complaint is. */
@Schema(name = "ComplaintState", description = "How far a complaint is (投诉状态).")
enum ComplaintState {
  RECEIVED,
  ACKNOWLEDGED,
  INVESTIGATING,
  /** Nothing can be done before the customer has answered. */
  WAITING,
  RESOLVED,
  CLOSED,
  /** The customer does not pursue it any more. */
  WITHDRAWN
}
