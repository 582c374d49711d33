package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request is refused. */
@Schema(description = "Why a request is refused (拒绝理由).")
enum RefusalReason {
  /** The only reason before the identity check. */
  IDENTITY_NOT_SHOWN,
  /** Law asks for the data to be kept as they are. */
  LEGAL_DUTY,
  LEGAL_CLAIM,
  /** It would take rights from somebody else. */
  RIGHTS_OF_OTHERS,
  MANIFESTLY_EXCESSIVE,
  WITHDRAWN_BY_PERSON
}
