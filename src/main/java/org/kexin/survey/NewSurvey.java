package org.kexin.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A survey to be drafted.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 * @param productId what is asked about, so that satisfaction can be told by product; as {@code
 *     service}
 * @param closesAt the moment from which on no answer is taken; null until it is closed
 * @param answerDays days for which an invitation stands; null for as long as the survey
 */
@Schema(description = "A survey to be drafted (问卷).")
record NewSurvey(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull @Valid Wording title,
    @NotNull SurveyAudience audience,
    @Schema(
            description =
                "Whether an answer holds nothing that leads back to who gave it. Fixed once"
                    + " published, as is the audience.",
            examples = "false",
            defaultValue = "false")
        Boolean anonymous,
    @Schema(examples = "[\"ONLINE\", \"TELEPHONE\"]") @NotNull @Size(min = 1, max = 4)
        List<SurveyMode> modes,
    @Schema(description = "The product that is asked about.") @Nullable UUID productId,
    @Schema(description = "The service that is asked about, kebab-case.", examples = "after-sales")
        @Size(min = 1, max = 64)
        @Pattern(regexp = Question.KEY_PATTERN, message = "is kebab-case such as after-sales")
        @Nullable String service,
    @Schema(
            description = "No answer is taken from then on; absent until it is closed.",
            examples = "2027-01-01T00:00:00Z")
        @Nullable Instant closesAt,
    @Schema(
            description = "Days for which an invitation stands; absent for as long as the survey.",
            examples = "14")
        @Min(1)
        @Max(3_650)
        @Nullable Integer answerDays,
    @NotNull @Size(min = 1, max = MAX_QUESTIONS) List<@Valid Question> questions) {

  /** Questions of one survey at most. */
  static final int MAX_QUESTIONS = 100;

  /** A missing list is an empty one, a missing flag is not set; a mode counts once. */
  NewSurvey {
    anonymous = Objects.requireNonNullElse(anonymous, false);
    modes = modes == null ? List.of() : modes.stream().distinct().sorted().toList();
    questions = questions == null ? List.of() : List.copyOf(questions);
  }
}
