package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether answers are submitted. */
@Schema(
    name = "SurveyResponseState",
    description = "Whether answers are submitted (已提交) or only saved (暂存).")
enum ResponseState {
  PARTIAL,
  COMPLETE
}
