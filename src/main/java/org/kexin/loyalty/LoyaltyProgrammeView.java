package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme. */
@Schema(name = "LoyaltyProgramme", description = "A programme that customers can join (会员计划).")
record LoyaltyProgrammeView(
    UUID id,
    @Schema(examples = "tea-club", maxLength = 64) String code,
    @Schema(examples = "茶友会", maxLength = 200) String name,
    @Schema(description = "Number of the terms below.", examples = "1", minimum = "1")
        int termsVersion,
    @Schema(description = "Not in lists.") @Nullable ProgrammeTerms terms,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {

  static LoyaltyProgrammeView of(LoyaltyProgramme programme) {
    return of(programme, programme.termsNumber(), null);
  }

  static LoyaltyProgrammeView of(
      LoyaltyProgramme programme, int termsNumber, @Nullable ProgrammeTerms terms) {
    return new LoyaltyProgrammeView(
        programme.id(),
        programme.code(),
        programme.name(),
        termsNumber,
        terms,
        programme.createdAt(),
        programme.version());
  }
}
