package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a claim stands. */
@Schema(description = "Whether a claim stands (兑换状态).")
enum ClaimState {
  CLAIMED,
  CANCELLED
}
