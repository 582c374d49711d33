package org.kexin.care;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a task stands. */
@Schema(description = "Where a task stands (任务状态).")
enum CareTaskState {
  OPEN,
  /** Somebody took it on. */
  CLAIMED,
  DONE,
  /** Somebody decided not to. */
  DISMISSED,
  /** The consent that it rested on is gone. */
  CANCELLED;

  boolean isLive() {
    return this == OPEN || this == CLAIMED;
  }
}
