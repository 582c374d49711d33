package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody responded to a promotion. */
@Schema(name = "PromotionResponseKind", description = "How somebody responded (客户反应).")
public enum ResponseKind {
  INTERESTED,
  PURCHASED,
  DECLINED,
  NO_ANSWER,
  /** Does not want to be approached any more. */
  UNSUBSCRIBED;

  /** Whether it speaks for wanting something. */
  public boolean showsInterest() {
    return this == INTERESTED || this == PURCHASED;
  }
}
