package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.consent.ConsentChannel;

/** A customer's invitation as the caller may see it. */
@Schema(
    name = "SurveyInvitation",
    description = "A customer's invitation to a survey (邀请) as the caller may see it.")
record InvitationView(
    UUID id,
    UUID customerId,
    @Nullable ConsentChannel channel,
    @Nullable InvitationState state,
    @Nullable Instant invitedAt,
    @Nullable Instant expiresAt,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"state\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static InvitationView of(SurveyInvitation invitation, UUID customer, Look look) {
    return new InvitationView(
        invitation.id(),
        customer,
        look.showOrHide("channel", BEHAVIOUR, invitation.channel()),
        look.showOrHide("state", BEHAVIOUR, invitation.state()),
        look.showOrHide("invitedAt", BEHAVIOUR, invitation.invitedAt()),
        look.showOrHide("expiresAt", BEHAVIOUR, invitation.expiresAt()),
        look.masked());
  }
}
