package org.kexin.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One text in the languages of the service. */
@Schema(name = "SurveyWording", description = "One text in Chinese and in English.")
record Wording(
    @Schema(description = "Simplified Chinese.", examples = "您会向朋友推荐我们吗？")
        @NotNull
        @Size(min = 1, max = 500)
        String zhCn,
    @Schema(description = "English.", examples = "Would you recommend us to a friend?")
        @NotNull
        @Size(min = 1, max = 500)
        String en) {}
