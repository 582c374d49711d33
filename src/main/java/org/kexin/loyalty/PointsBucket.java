package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where points of an account can be. The buckets of an account always sum to zero, since every
 * entry moves points from one to another.
 */
@Schema(description = "Where points of an account can be (积分账户科目).")
enum PointsBucket {
  /** Where points come from; less points than were ever earned. */
  ISSUED,
  /** Earned, and not to be spent yet (待生效). */
  PENDING,
  /** To be spent (可用). */
  AVAILABLE,
  /** Below zero: what later points repay first (欠分). */
  OWED,
  /** Spent, less what was given back (已使用). */
  SPENT,
  /** Past their time (已过期). */
  EXPIRED,
  /** Taken back for returned goods (已冲回). */
  REVERSED,
  /** Below zero: what the programme took upon itself (豁免). */
  FORGIVEN,
  /** Taken by adjustments, or below zero where these gave (调整). */
  ADJUSTED,
  /** Given up with the membership (已放弃). */
  FORFEITED
}
