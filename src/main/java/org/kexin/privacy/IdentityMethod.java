package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it was checked who is asking. */
@Schema(description = "How it was checked who is asking (身份核验方式).")
enum IdentityMethod {
  /** The person signed in; nobody else can state this. */
  SIGNED_IN,
  DOCUMENT_SHOWN,
  CALLED_BACK,
  CODE_TO_KNOWN_ADDRESS,
  /** A guardian or agent showed that they may act for the person. */
  REPRESENTATIVE
}
