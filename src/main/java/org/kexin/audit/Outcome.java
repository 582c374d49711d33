package org.kexin.audit;

/** How a call that can disclose personal data ended. */
public enum Outcome {
  /** Something was shown. */
  DISCLOSED,
  /** The call was allowed and nothing personal was shown: not found, not modified, bad request. */
  NOTHING_SHOWN,
  /** The caller's role or purpose did not allow it. */
  DENIED
}
