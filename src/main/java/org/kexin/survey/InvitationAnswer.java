package org.kexin.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Problem;

/** What became of each who should be invited, in the order of the call without repetitions. */
@Schema(
    name = "SurveyInvitationAnswer",
    description = "What became of each, in the order of the call without repetitions.")
record InvitationAnswer(@Schema(maxItems = NewInvitations.MAX_ITEMS) List<Item> items) {

  /** What became of one. */
  @Schema(name = "SurveyInvitationOutcome", description = "What became of an invitation.")
  enum Outcome {
    INVITED,
    REFUSED
  }

  /**
   * What became of one.
   *
   * @param token null where it was refused, and in what is remembered of the answer
   */
  @Schema(name = "SurveyInvitationItem", description = "What became of one who should be invited.")
  record Item(
      @Schema(
              description = "Place in the call, without repetitions.",
              examples = "0",
              minimum = "0")
          int index,
      Outcome outcome,
      @Nullable UUID invitationId,
      @Schema(
              description =
                  "Secret to answer with (答题凭证), to be passed on to the invited person and kept"
                      + " by nobody else. Given again to who repeats the call with its"
                      + " Idempotency-Key, while the invitation is open.",
              examples = "5f2b9c0d7e1a4c3b8d6f0a9e2c4b7d13",
              maxLength = 32)
          @Nullable String token,
      @Nullable Instant expiresAt,
      @Schema(description = "Why nobody was invited.") @Nullable Problem problem) {

    Item withToken(@Nullable String given) {
      return new Item(index, outcome, invitationId, given, expiresAt, problem);
    }
  }

  /** The ids of the invitations that were made. */
  List<UUID> invitations() {
    return items.stream().map(Item::invitationId).filter(Objects::nonNull).toList();
  }

  /** The answer with these tokens, by invitation. */
  InvitationAnswer with(Map<UUID, String> tokens) {
    return new InvitationAnswer(
        items.stream()
            .map(
                item ->
                    item.withToken(
                        item.invitationId() == null ? null : tokens.get(item.invitationId())))
            .toList());
  }
}
