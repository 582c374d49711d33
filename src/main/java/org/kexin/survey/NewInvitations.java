package org.kexin.survey;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;

/**
 * Who shall be asked.
 *
 * @param channel by which customers will be approached; null for staff
 * @param customerIds of a survey for customers; larger audiences take several calls
 * @param userIds of a survey for staff: the subjects of their tokens
 */
@Schema(
    name = "NewSurveyInvitations",
    description = "Who shall be asked: customers through a channel, or members of staff.")
record NewInvitations(
    @Schema(description = "For customers: needs their consent to marketing through it.")
        @Nullable ConsentChannel channel,
    @Schema(description = "For a survey whose audience is CUSTOMERS.") @Size(max = MAX_ITEMS)
        List<UUID> customerIds,
    @Schema(
            description = "For a survey whose audience is STAFF: the subjects of their tokens.",
            examples = "[\"6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10\"]")
        @Size(max = MAX_ITEMS)
        List<@Size(min = 1, max = 255) @Pattern(regexp = "^[!-~]+$") String> userIds) {

  /** Invitations of one call at most. */
  static final int MAX_ITEMS = 200;

  /** A missing list is an empty one; nobody is invited twice. */
  NewInvitations {
    customerIds = customerIds == null ? List.of() : customerIds.stream().distinct().toList();
    userIds = userIds == null ? List.of() : userIds.stream().distinct().toList();
  }
}
