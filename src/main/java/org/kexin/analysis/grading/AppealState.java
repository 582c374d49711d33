package org.kexin.analysis.grading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an appeal against a grade stands. */
@Schema(name = "GradeAppealState", description = "Where an appeal against a grade stands (申诉状态).")
enum AppealState {
  OPEN,
  /** A person found the grade right (维持). */
  UPHELD,
  /** A person gave another grade for some time (支持申诉). */
  GRANTED,
  /** Nobody pursues it any more (撤回). */
  WITHDRAWN
}
