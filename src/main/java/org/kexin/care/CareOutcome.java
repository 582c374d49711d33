package org.kexin.care;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a task. */
@Schema(description = "What came of a task (任务结果).")
enum CareOutcome {
  PLEASED,
  REACHED,
  NOT_REACHED,
  /** The customer does not want it; record that as their decision, too. */
  UNWELCOME
}
