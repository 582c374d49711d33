package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a consultation or an objection. */
@Schema(description = "What came of a consultation or an objection (处理结果).")
enum HandlingOutcome {
  /** The question was answered. */
  ANSWERED,
  /** The customer was right, and got it. */
  ACCEPTED,
  /** They agreed on something in between. */
  SETTLED,
  /** It was explained why not. */
  DECLINED,
  /** The customer does not pursue it. */
  DROPPED
}
