package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens when goods come back whose points are spent. */
@Schema(description = "What happens when goods come back whose points are spent (积分已用后的退货规则).")
enum SpentPointsRule {
  /** The balance goes below zero, and the next points repay it. */
  NEGATIVE,
  /** What is left is taken; the programme forgives the rest. */
  CAPPED
}
