package org.kexin.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a transaction is paid. */
@Schema(description = "How far it is paid (付款状态).")
enum PaymentState {
  /** Nothing is known of a payment, nor until when it is due. */
  NOT_FOLLOWED,
  OPEN,
  PARTLY_PAID,
  /** The last day has passed and something is missing. */
  OVERDUE,
  PAID
}
