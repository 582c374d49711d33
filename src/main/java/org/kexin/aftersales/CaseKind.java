package org.kexin.aftersales;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of service it is. */
@Schema(name = "ServiceCaseKind", description = "What kind of service it is (售后服务类型).")
enum CaseKind {
  REPAIR,
  REPLACEMENT,
  INSTALLATION,
  MAINTENANCE,
  /** How to use it. */
  INSTRUCTION,
  OTHER
}
