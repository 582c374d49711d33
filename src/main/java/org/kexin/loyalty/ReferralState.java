package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a referral. */
@Schema(description = "What became of a referral (推荐状态).")
enum ReferralState {
  /** Who was brought has not bought yet. */
  RECORDED,
  /** They bought, and points were given. */
  REWARDED,
  /** They bought, but who brought them had left by then. */
  LAPSED
}
