package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reward is. */
@Schema(description = "What a reward is (奖励类型).")
enum RewardKind {
  /** Money off a purchase (折扣). */
  DISCOUNT,
  /** Something for everybody who claims it (礼品). */
  GIFT,
  /** Something of which there are few (奖品). */
  PRIZE
}
