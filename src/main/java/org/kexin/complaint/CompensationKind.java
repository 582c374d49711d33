package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer got for their trouble (补偿方式). */
@Schema(description = "What the customer got for their trouble (补偿方式).")
enum CompensationKind {
  NONE,
  APOLOGY,
  REPAIR,
  REPLACEMENT,
  REFUND,
  DISCOUNT,
  VOUCHER,
  GIFT,
  DAMAGES
}
