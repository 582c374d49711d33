package org.kexin.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a customer stands there: the rule of the policy that decided. */
@Schema(description = "Why a customer stands there (原因).")
public enum LifeCycleReason {
  NO_ORDER,
  SHOWED_INTEREST,
  ONE_ORDER,
  ORDERED_AGAIN,
  ORDERED_OFTEN,
  BROUGHT_OTHERS,
  SILENT,
  SILENT_FOR_LONG,
  CAME_BACK
}
