package org.kexin.aftersales;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** A service case as one caller may see it. */
@Schema(name = "ServiceCase", description = "Service after the sale (售后服务).")
record ServiceCaseView(
    UUID id,
    UUID customerId,
    @Nullable CaseKind kind,
    @Nullable CaseState state,
    @Nullable UUID transactionId,
    @Nullable UUID productId,
    @Schema(examples = "The lantern does not light.", maxLength = NewServiceCase.MAX_TEXT_CHARS)
        @Nullable String problem,
    @Schema(examples = "2026-03-01T08:26:00Z") @Nullable Instant openedAt,
    @Schema(examples = "Battery replaced.", maxLength = NewServiceCase.MAX_TEXT_CHARS)
        @Nullable String result,
    @Nullable Instant endedAt,
    @Nullable Rating rating,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"problem\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static ServiceCaseView of(ServiceCase found, Look look) {
    return new ServiceCaseView(
        found.id(),
        found.customerId(),
        look.showOrHide("kind", BEHAVIOUR, found.kind()),
        look.showOrHide("state", BEHAVIOUR, found.state()),
        look.showOrHide("transactionId", BEHAVIOUR, found.transactionId()),
        look.showOrHide("productId", BEHAVIOUR, found.productId()),
        look.showOrHide("problem", BEHAVIOUR, found.problem()),
        look.showOrHide("openedAt", BEHAVIOUR, found.openedAt()),
        look.showOrHide("result", BEHAVIOUR, found.result()),
        look.showOrHide("endedAt", BEHAVIOUR, found.endedAt()),
        look.showOrHide("rating", BEHAVIOUR, found.rating()),
        found.version(),
        look.masked());
  }
}
