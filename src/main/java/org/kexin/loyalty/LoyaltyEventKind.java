package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a membership. */
@Schema(description = "What happened to a membership (会员事件).")
enum LoyaltyEventKind {
  JOINED,
  LEVEL_CHANGED,
  CLOSED
}
