package org.kexin.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question. What its members must be together is checked by {@link QuestionRules}.
 *
 * @param key stays the same from version to version
 * @param options of SINGLE and MULTIPLE, empty for all others
 * @param min of SCALE, as {@code max}
 * @param maxChoices of MULTIPLE; null allows all options
 * @param maxChars of TEXT; null allows {@value #MAX_TEXT_CHARS}
 */
@Schema(name = "SurveyQuestion", description = "One question of a survey (题目).")
record Question(
    @Schema(
            description = "Kebab-case; the same in every version in which it is asked.",
            examples = "recommend")
        @NotNull
        @Size(min = 1, max = MAX_KEY_CHARS)
        @Pattern(regexp = KEY_PATTERN, message = "is kebab-case such as delivery-time")
        String key,
    @NotNull QuestionType type,
    @NotNull @Valid Wording text,
    @Schema(
            description = "Whether an answer can be submitted without it.",
            examples = "true",
            defaultValue = "false")
        Boolean required,
    @Schema(description = "Of SINGLE and MULTIPLE, at least two.") @Size(max = MAX_OPTIONS)
        List<@Valid Option> options,
    @Schema(description = "Lowest value, of SCALE only.", examples = "1") @Min(-1000) @Max(1000)
        @Nullable Integer min,
    @Schema(description = "Highest value, of SCALE only.", examples = "9") @Min(-1000) @Max(1000)
        @Nullable Integer max,
    @Schema(description = "Options that may be picked, of MULTIPLE only.", examples = "2")
        @Min(1)
        @Max(MAX_OPTIONS)
        @Nullable Integer maxChoices,
    @Schema(description = "Characters of an answer, of TEXT only.", examples = "500")
        @Min(1)
        @Max(MAX_TEXT_CHARS)
        @Nullable Integer maxChars) {

  static final int MAX_KEY_CHARS = 64;
  static final int MAX_OPTIONS = 50;
  static final int MAX_TEXT_CHARS = 2_000;
  static final String KEY_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

  /** A missing list is an empty one, a missing flag is not set. */
  Question {
    required = Objects.requireNonNullElse(required, false);
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** One possible answer. */
  @Schema(name = "SurveyOption", description = "One possible answer (选项).")
  record Option(
      @Schema(description = "Kebab-case, unique within the question.", examples = "by-phone")
          @NotNull
          @Size(min = 1, max = MAX_KEY_CHARS)
          @Pattern(regexp = KEY_PATTERN, message = "is kebab-case such as by-phone")
          String key,
      @NotNull @Valid Wording text) {}

  /** The scale of its answers; null where they are no numbers. */
  @Nullable Scale scale() {
    Scale fixed = type.scale();
    if (fixed != null || type != QuestionType.SCALE || min == null || max == null) {
      return fixed;
    }
    return new Scale(min, max);
  }

  /** Options that one answer may pick. */
  int choicesAllowed() {
    return type == QuestionType.SINGLE ? 1 : Objects.requireNonNullElse(maxChoices, MAX_OPTIONS);
  }

  /** Characters that one answer may have. */
  int charsAllowed() {
    return Objects.requireNonNullElse(maxChars, MAX_TEXT_CHARS);
  }
}
