package org.kexin.survey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey that the customer is invited to. */
@Schema(name = "MySurvey", description = "A survey that I am invited to (我的问卷).")
record MySurveyView(
    @Schema(description = "Of the survey.") UUID id,
    Wording title,
    @Schema(
            description = "Whether my answers hold nothing that leads back to me.",
            examples = "false")
        boolean anonymous,
    @Nullable Instant expiresAt,
    @Schema(description = "Version of the questions that is asked.", examples = "1", minimum = "1")
        int questionsVersion,
    @Schema(description = "Not in lists.", maxItems = NewSurvey.MAX_QUESTIONS)
        @Nullable List<Question> questions,
    @Schema(description = "Of what I saved: go on under this id. Not in lists.")
        @Nullable UUID responseId,
    @Schema(
            description = "What I saved, to the version that I was asked. Not in lists.",
            maxItems = NewSurvey.MAX_QUESTIONS)
        @Nullable List<Answer> answers) {}
