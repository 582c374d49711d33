package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a member of a promotion is approached, or left alone to compare with. */
@Schema(
    name = "PromotionMemberGroup",
    description = "Approached (目标组), or left alone to compare with (对照组).")
enum MemberGroup {
  TARGET,
  CONTROL
}
