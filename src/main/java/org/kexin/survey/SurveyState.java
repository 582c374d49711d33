package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a survey takes answers. */
@Schema(description = "Whether a survey takes answers (状态); closed is for ever.")
enum SurveyState {
  DRAFT,
  PUBLISHED,
  CLOSED
}
