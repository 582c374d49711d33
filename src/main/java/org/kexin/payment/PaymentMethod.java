package org.kexin.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How money changed hands. */
@Schema(description = "How money changed hands (支付方式).")
enum PaymentMethod {
  CASH,
  CARD,
  TRANSFER,
  /** Through an application on the telephone. */
  MOBILE,
  VOUCHER,
  CHEQUE,
  OTHER
}
