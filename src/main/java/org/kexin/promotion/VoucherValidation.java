package org.kexin.promotion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;

/**
 * What a voucher would do; nothing is reserved by asking.
 *
 * @param discount null if it would be refused
 * @param refusals every reason against it; empty if there is none
 */
@Schema(description = "What a voucher would do (试算); nothing is reserved by asking.")
record VoucherValidation(
    @Schema(description = "What would come off; absent if it would be refused.")
        @Nullable Money discount,
    @Schema(description = "Every reason against it.", maxItems = 20) List<Refusal> refusals) {

  /** A reason against it, as the problem that a redemption would be answered with. */
  @Schema(name = "VoucherRefusal", description = "A reason against it.")
  record Refusal(
      @Schema(
              description = "Code of the problem that a redemption would be answered with.",
              examples = "voucher-used-up",
              maxLength = 100)
          String code,
      @Schema(examples = "The voucher was redeemed as often as it can be.", maxLength = 1000)
          String detail) {}

  static VoucherValidation of(VoucherRules.Judgement judgement) {
    return switch (judgement) {
      case VoucherRules.Granted granted -> new VoucherValidation(granted.discount(), List.of());
      case VoucherRules.Refused refused ->
          new VoucherValidation(
              null, refused.reasons().stream().map(VoucherValidation::refusal).toList());
    };
  }

  private static Refusal refusal(ProblemCode reason) {
    return new Refusal(reason.code(), RedemptionRefusals.detail(reason));
  }
}
