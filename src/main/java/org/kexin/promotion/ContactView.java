package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.consent.ConsentChannel;

/** That somebody was approached, as one caller may see it. */
@Schema(
    name = "PromotionContact",
    description = "That somebody was approached, as the caller may see it (促销接触).")
record ContactView(
    UUID id,
    UUID promotionId,
    UUID customerId,
    @Nullable ConsentChannel channel,
    @Nullable Instant contactedAt,
    @Schema(
            description = "User id of who did it.",
            examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10",
            maxLength = 255)
        @Nullable String staff,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"channel\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static ContactView of(Contact contact, Look look) {
    return new ContactView(
        contact.id(),
        contact.promotionId(),
        contact.customerId(),
        look.showOrHide("channel", BEHAVIOUR, contact.channel()),
        look.showOrHide("contactedAt", BEHAVIOUR, contact.contactedAt()),
        look.showOrHide("staff", BEHAVIOUR, contact.staff()),
        look.masked());
  }
}
