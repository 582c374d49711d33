package org.kexin.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to one question: a number, options or words, as its type asks.
 *
 * @param choices keys of options; empty for all but SINGLE and MULTIPLE
 */
@Schema(
    name = "SurveyAnswer",
    description = "What somebody said to one question: value, choices or text, as its type asks.")
record Answer(
    @Schema(description = "Key of the question.", examples = "recommend")
        @NotNull
        @Size(min = 1, max = Question.MAX_KEY_CHARS)
        String question,
    @Schema(description = "For NPS, CSAT, CES and SCALE.", examples = "9") @Nullable Integer value,
    @Schema(description = "Keys of options, for SINGLE and MULTIPLE.", examples = "[\"by-phone\"]")
        @Size(max = Question.MAX_OPTIONS)
        List<@Size(min = 1, max = Question.MAX_KEY_CHARS) String> choices,
    @Schema(description = "For TEXT.", examples = "送货很快。") @Size(max = Question.MAX_TEXT_CHARS)
        @Nullable String text) {

  /** A missing list is an empty one. */
  Answer {
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  static Answer of(String question, int value) {
    return new Answer(question, value, List.of(), null);
  }

  static Answer of(String question, List<String> choices) {
    return new Answer(question, null, choices, null);
  }

  static Answer of(String question, String text) {
    return new Answer(question, null, List.of(), text);
  }
}
