package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a level was looked at again. */
@Schema(description = "Why a level changed (等级变动原因).")
enum LevelReason {
  /** A purchase brought points. */
  POINTS_EARNED,
  /** Goods came back. */
  POINTS_REVERSED,
  /** Points are too long ago to count any more. */
  WINDOW_MOVED
}
