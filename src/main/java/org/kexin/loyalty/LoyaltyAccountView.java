package org.kexin.loyalty;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** A membership as one caller may see it; its points are behaviour of the customer. */
@Schema(
    name = "LoyaltyAccount",
    description = "A customer's membership of a programme, and its points (会员账户).")
record LoyaltyAccountView(
    UUID id,
    UUID programmeId,
    UUID customerId,
    @Nullable Instant openedAt,
    @Schema(description = "Absent while the membership is open.") @Nullable Instant closedAt,
    @Schema(description = "Available less owed; may be below zero.", examples = "1250")
        @Nullable Long balance,
    @Schema(description = "To be spent.", examples = "1250", minimum = "0")
        @Nullable Long available,
    @Schema(description = "Not to be spent yet.", examples = "120", minimum = "0")
        @Nullable Long pending,
    @Schema(description = "What later points repay first.", examples = "0", minimum = "0")
        @Nullable Long owed,
    @Schema(description = "When the next available points expire.") @Nullable Instant nextExpiryAt,
    @Schema(description = "How many expire then.", examples = "300", minimum = "1")
        @Nullable Long nextExpiryPoints,
    @Schema(description = "Code of the level; absent for none.", examples = "gold", maxLength = 32)
        @Nullable String level,
    @Nullable Instant levelSince,
    @Schema(description = "Number of the version.", minimum = "0") long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"balance\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /**
   * @param held what the account holds now, with all that is due done
   */
  static LoyaltyAccountView of(LoyaltyAccount account, Holdings held, Look look) {
    Shown shown = new Shown(look);
    Instant expiry =
        held.lots().stream()
            .filter(lot -> lot.available() > 0)
            .map(Holdings.Lot::expiresAt)
            .findFirst()
            .orElse(null);
    Long expiring =
        expiry == null
            ? null
            : held.lots().stream()
                .filter(lot -> lot.expiresAt().equals(expiry))
                .mapToLong(Holdings.Lot::available)
                .sum();
    return new LoyaltyAccountView(
        account.id(),
        account.programmeId(),
        account.customerId(),
        shown.of("openedAt", account.openedAt()),
        shown.of("closedAt", account.closedAt()),
        shown.of("balance", held.available() - held.owed()),
        shown.of("available", held.available()),
        shown.of("pending", held.pending()),
        shown.of("owed", held.owed()),
        shown.of("nextExpiryAt", expiry),
        shown.of("nextExpiryPoints", expiring),
        shown.of("level", account.level()),
        shown.of("levelSince", account.levelSince()),
        account.version(),
        look.masked());
  }

  private record Shown(Look look) {

    <T> @Nullable T of(String attribute, @Nullable T value) {
      return look.showOrHide(attribute, BEHAVIOUR, value);
    }
  }
}
