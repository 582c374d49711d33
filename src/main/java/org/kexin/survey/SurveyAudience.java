package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is asked. */
@Schema(description = "Who is asked (调查对象).")
enum SurveyAudience {
  CUSTOMERS,
  STAFF
}
