package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an invitation. */
@Schema(
    name = "SurveyInvitationState",
    description =
        "What became of an invitation (邀请). One whose time is over stays OPEN; see expiresAt.")
enum InvitationState {
  OPEN,
  ANSWERED,
  CANCELLED
}
