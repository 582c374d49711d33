package org.kexin.analysis.grading;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;

/**
 * What was said in an appeal, in clear. It is sealed under the customer's key, so that erasing the
 * customer erases it also in backups.
 *
 * @param reason of the customer; null in lists, and where the key was destroyed
 * @param decisionReason null also before a decision
 */
record AppealTexts(@Nullable String reason, @Nullable String decisionReason) {

  /** In lists. */
  static final AppealTexts NONE = new AppealTexts(null, null);

  private static final String REASON = "grade_appeal.reason";
  private static final String DECISION_REASON = "grade_appeal.decision_reason";

  static byte[] sealReason(DataKey key, String text) {
    return key.seal(REASON, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sealDecision(DataKey key, String text) {
    return key.seal(DECISION_REASON, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param key null if it was destroyed
   * @throws IllegalStateException if a text was not sealed there
   */
  static AppealTexts of(GradeAppeal appeal, @Nullable DataKey key) {
    byte[] decision = appeal.decisionReason();
    return key == null
        ? NONE
        : new AppealTexts(
            new String(key.open(REASON, appeal.reason()), StandardCharsets.UTF_8),
            decision == null
                ? null
                : new String(key.open(DECISION_REASON, decision), StandardCharsets.UTF_8));
  }
}
