package org.kexin.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer stands. */
@Schema(description = "Where a customer stands (客户生命周期阶段).")
public enum LifeCycleStage {
  /** Known, nothing more (潜在客户). */
  PROSPECT,
  /** Showed interest lately (目标客户). */
  TARGET,
  /** Bought once (首次购买). */
  FIRST_PURCHASE,
  /** Bought again (重复购买). */
  REPEAT,
  /** Buys often (核心客户). */
  CORE,
  /** Brings others (拥护者). */
  ADVOCATE,
  /** Has not bought for some time (流失预警). */
  LAPSING,
  /** Has not bought for so long that they are taken to be gone (已流失). */
  LOST,
  /** Was lost and bought again (赢回). */
  WON_BACK
}
