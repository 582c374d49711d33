package org.kexin.customer.finance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the figures of a statement rest on. */
@Schema(description = "What the figures rest on (数据依据).")
public enum StatementBasis {
  /** Examined by an auditor (经审计). */
  AUDITED,
  /** As the enterprise reports them itself (管理层报表). */
  MANAGEMENT,
  /** Estimated by somebody else (估计). */
  ESTIMATED
}
