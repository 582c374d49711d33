package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;

/** By which way there was contact. */
@Schema(description = "By which way there was contact (沟通渠道).")
enum InteractionChannel {
  IN_PERSON(null),
  PHONE(ConsentChannel.PHONE),
  SMS(ConsentChannel.SMS),
  EMAIL(ConsentChannel.EMAIL),
  POST(ConsentChannel.POST),
  APP(ConsentChannel.APP);

  private final @Nullable ConsentChannel consent;

  InteractionChannel(@Nullable ConsentChannel consent) {
    this.consent = consent;
  }

  /** The channel about which consent speaks; null face to face, where there is none. */
  @Nullable ConsentChannel consent() {
    return consent;
  }
}
