package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When persons are erased without having asked. */
@Schema(description = "When persons are erased without having asked (保留规则).")
enum RetentionRule {
  /** Deleted customers, when the grace period is over. */
  DELETED_CUSTOMERS,
  /** Customers without a change or a purchase for long. */
  IDLE_CUSTOMERS
}
