package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way by which a complaint came (投诉渠道). */
@Schema(description = "The way by which a complaint came (投诉渠道).")
enum ComplaintChannel {
  PHONE,
  EMAIL,
  LETTER,
  SHOP,
  WEBSITE,
  CHAT,
  SOCIAL_MEDIA,
  /** An authority or a consumers' association passed it on (监管转办). */
  AUTHORITY,
  /** The customer wrote it here. */
  SELF_SERVICE
}
