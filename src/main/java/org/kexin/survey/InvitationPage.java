package org.kexin.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of a list of invitations. */
@Schema(name = "SurveyInvitationPage", description = "A part of a list of invitations.")
record InvitationPage(
    @Schema(maxItems = 200) List<InvitationView> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  static InvitationPage of(Page<InvitationView> page) {
    return new InvitationPage(page.items(), page.nextPageToken());
  }
}
