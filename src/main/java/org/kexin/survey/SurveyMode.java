package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How people are asked. */
@Schema(
    description =
        "How people are asked: in person (面访), by telephone (电话), by mail (邮寄) or online (在线).")
enum SurveyMode {
  INTERVIEW,
  TELEPHONE,
  MAIL,
  ONLINE
}
