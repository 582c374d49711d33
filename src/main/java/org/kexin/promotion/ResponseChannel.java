package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;

/** By which way a response came; more than those by which somebody may be approached. */
@Schema(name = "PromotionResponseChannel", description = "By which way a response came (反应渠道).")
enum ResponseChannel {
  PHONE(ConsentChannel.PHONE),
  SMS(ConsentChannel.SMS),
  EMAIL(ConsentChannel.EMAIL),
  POST(ConsentChannel.POST),
  APP(ConsentChannel.APP),
  SHOP(null),
  WEBSITE(null);

  private final @Nullable ConsentChannel approach;

  ResponseChannel(@Nullable ConsentChannel approach) {
    this.approach = approach;
  }

  /** The same way in the other direction; null where there is none. */
  @Nullable ConsentChannel approach() {
    return approach;
  }
}
