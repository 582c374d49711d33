package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what points are earned. */
@Schema(description = "By what points are earned (积分规则类型).")
enum EarnRuleKind {
  /** So many points for so much money, by line (按金额). */
  AMOUNT,
  /** So many points for each piece, by line (按数量). */
  QUANTITY,
  /** So many points for every n-th order within a period (按频次). */
  FREQUENCY
}
