package org.kexin.aftersales;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a service case stands. */
@Schema(name = "ServiceCaseState", description = "Where a service case stands (售后服务状态).")
enum CaseState {
  OPEN,
  /** It was done. */
  DONE,
  /** It could not be done, or is not wanted any more. */
  DROPPED
}
