package org.kexin.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong with one member of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a parameter or header
 * @param code stable, kebab-case
 * @param detail what to do about it; never holds the value itself, which may be personal
 */
@Schema(description = "One thing wrong with one member of a request.")
public record FieldProblem(
    @Schema(
            description = "JSON Pointer into the body, or the name of a parameter or header.",
            examples = "/phones/0/number",
            maxLength = 500)
        String pointer,
    @Schema(description = "Stable code.", examples = "phone-invalid", maxLength = 100) String code,
    @Schema(
            description = "What to do about it.",
            examples = "Write the number with its country code, such as +86 138 1234 5678.",
            maxLength = 1000)
        String detail) {}
