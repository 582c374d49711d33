package org.kexin.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Answers of the customer who calls.
 *
 * @param questionsVersion that was asked
 * @param complete whether they are submitted, or only saved
 */
@Schema(
    name = "OwnSurveyResponseDocument",
    description = "All my answers; they replace what I saved.")
record OwnResponseDocument(
    @Schema(description = "Version of the questions that I was asked.", examples = "1")
        @Min(1)
        @Max(1_000_000)
        int questionsVersion,
    @Schema(
            description = "Whether I submit them (提交), or only save (暂存).",
            examples = "true",
            defaultValue = "false")
        Boolean complete,
    @NotNull @Size(max = NewSurvey.MAX_QUESTIONS) List<@Valid Answer> answers) {

  /** A missing list is an empty one, a missing flag is not set. */
  OwnResponseDocument {
    complete = Objects.requireNonNullElse(complete, false);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }
}
