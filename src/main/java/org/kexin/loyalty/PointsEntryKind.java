package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry of the ledger records. */
@Schema(description = "What an entry of the points ledger records (积分流水类型).")
enum PointsEntryKind {
  /** A line of an order brought points (获得). */
  EARN,
  /** A referral brought points (推荐奖励). */
  BONUS,
  /** Points became available (生效). */
  RELEASE,
  /** Points were spent (使用). */
  SPEND,
  /** A spending was rolled back (退回). */
  ROLL_BACK,
  /** The time of points was over (过期). */
  EXPIRE,
  /** Staff gave or took points for a reason (调整). */
  ADJUST,
  /** Goods came back, and with them what they had brought (冲回). */
  REVERSE,
  /** Points that became available paid what was owed (偿还). */
  REPAY,
  /** The programme took upon itself what was spent already (豁免). */
  FORGIVE,
  /** The membership ended (放弃). */
  FORFEIT
}
