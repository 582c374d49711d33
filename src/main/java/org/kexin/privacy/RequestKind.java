package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person can ask for by right. */
@Schema(name = "PrivacyRequestKind", description = "What a person asks for by right (个人信息权利请求).")
enum RequestKind {
  /** To see what is held (PIPL article 45, GDPR article 15). */
  ACCESS,
  /** To take it along (PIPL article 45, GDPR article 20). */
  EXPORT,
  /** To have it put right (PIPL article 46, GDPR article 16). */
  CORRECTION,
  /** That nobody works with it for now (PIPL article 44, GDPR article 18). */
  RESTRICTION,
  LIFT_RESTRICTION,
  /** Not to be decided upon by machines alone (PIPL article 24, GDPR article 22). */
  OBJECTION_AUTOMATED,
  /** Not to be judged by what one did (PIPL article 24, GDPR article 21). */
  OBJECTION_PROFILING,
  /** An objection ends by the person's own word only. */
  LIFT_OBJECTIONS,
  /** To be forgotten (PIPL article 47, GDPR article 17). */
  ERASURE
}
