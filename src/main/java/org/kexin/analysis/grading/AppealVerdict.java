package org.kexin.analysis.grading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person decides on an appeal. */
@Schema(name = "GradeAppealVerdict", description = "What a person decides (复核结论).")
enum AppealVerdict {
  /** The grade was right. */
  UPHELD,
  /** Another grade holds for some time. */
  GRANTED
}
