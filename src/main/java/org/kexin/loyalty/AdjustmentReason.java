package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why staff gave or took points. */
@Schema(description = "Why staff gave or took points (调整原因).")
enum AdjustmentReason {
  /** Something was booked wrongly (更正). */
  CORRECTION,
  /** Something went wrong for the customer (补偿). */
  COMPENSATION,
  /** A favour (关怀). */
  GOODWILL,
  /** Points were got by deceit (违规扣回). */
  ABUSE,
  /** See the note. */
  OTHER
}
