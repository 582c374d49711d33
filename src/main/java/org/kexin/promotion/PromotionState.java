package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a promotion is. */
@Schema(description = "How far a promotion is (促销状态).")
enum PromotionState {
  /** Being written; it can be changed. */
  DRAFT,
  /** Its members are being frozen; nobody is approached yet. */
  STARTING,
  /** Its members are frozen; contacts, responses and redemptions are taken. */
  RUNNING,
  /** It is over; late responses are taken for some time. */
  CLOSED,
  /** It was given up before it ran. */
  CANCELLED
}
