package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a request is; the order is that of its life. */
@Schema(name = "PrivacyRequestState", description = "How far a request is (处理状态).")
enum RequestState {
  /** Whether it comes from the person is not known: it has no effect. */
  RECEIVED,
  /** It comes from the person. */
  IDENTIFIED,
  IN_PROGRESS,
  ANSWERED,
  REFUSED;

  boolean isOpen() {
    return this != ANSWERED && this != REFUSED;
  }

  /** Whether it may have an effect: somebody looked who is asking. */
  boolean isIdentified() {
    return this == IDENTIFIED || this == IN_PROGRESS;
  }
}
