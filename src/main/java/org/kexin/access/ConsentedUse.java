package org.kexin.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Uses of personal data that are lawful only with the person's consent (PIPL articles 13, 14, 23
 * and 29; GDPR articles 6 and 9). Other uses rest on the contract with the customer or on law.
 */
@Schema(description = "A use of personal data that needs the person's consent (需同意的使用).")
public enum ConsentedUse {
  /** Being approached with offers. */
  MARKETING,
  /** Being judged by what one did: scores, segments, recommendations. */
  PROFILING,
  /** Use of sensitive personal data, such as numbers of identity documents, beyond the contract. */
  SENSITIVE_DATA,
  /** Passing data to a partner. */
  PARTNER_SHARING
}
