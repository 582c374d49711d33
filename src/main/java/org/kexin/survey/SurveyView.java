package org.kexin.survey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey with one version of its questions. */
@Schema(name = "Survey", description = "A survey (问卷) with one version of its questions.")
record SurveyView(
    UUID id,
    Wording title,
    SurveyAudience audience,
    @Schema(
            description = "Whether an answer holds nothing that leads back to who gave it.",
            examples = "false")
        boolean anonymous,
    @Schema(maxItems = 4) List<SurveyMode> modes,
    @Nullable UUID productId,
    @Schema(examples = "after-sales", maxLength = 64) @Nullable String service,
    @Schema(examples = "2027-01-01T00:00:00Z") @Nullable Instant closesAt,
    @Schema(examples = "14", minimum = "1") @Nullable Integer answerDays,
    SurveyState state,
    @Schema(
            description = "Version of the questions that is asked; absent before publication.",
            examples = "1",
            minimum = "1")
        @Nullable Integer liveVersion,
    @Schema(
            description = "Version of the questions that waits for publication, if any.",
            examples = "2",
            minimum = "1")
        @Nullable Integer draftVersion,
    @Schema(description = "Version of the questions that are here.", examples = "1", minimum = "1")
        int questionsVersion,
    @Schema(description = "Not in lists.", maxItems = NewSurvey.MAX_QUESTIONS)
        @Nullable List<Question> questions,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {}
