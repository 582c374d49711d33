package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** A member of a promotion, as one caller may see it. */
@Schema(
    name = "PromotionMember",
    description = "A member of a promotion, as the caller may see it (促销对象).")
record MemberView(
    UUID customerId,
    @Nullable MemberGroup group,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"group\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static MemberView of(PromotionMembers.Member member, Look look) {
    return new MemberView(
        member.customerId(), look.showOrHide("group", BEHAVIOUR, member.group()), look.masked());
  }
}
