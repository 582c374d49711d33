package org.kexin.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a call that can disclose personal data ended. */
@Schema(name = "AccessOutcome", description = "What came of an access.")
public enum Outcome {
  /** Something was shown. */
  DISCLOSED,
  /** Something was changed, and nothing shown. */
  CHANGED,
  /** The call was allowed and nothing personal was shown: not found, not modified, bad request. */
  NOTHING_SHOWN,
  /** The caller's role, purpose or quota did not allow it. */
  DENIED
}
