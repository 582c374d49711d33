package org.kexin.shared;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every write: what was written, never its content.
 *
 * <p>A write that answered with the record would disclose personal data on paths where nobody asked
 * to see any, and the stored answer of an idempotent request would become a second copy of it.
 *
 * @param id of the record
 * @param code the code for people, where the record has one
 * @param version after this write; the strong entity tag is this number in quotes
 */
@Schema(description = "What was written; read the record to see its content.")
public record Receipt(
    UUID id,
    @Schema(examples = "482109375516", maxLength = 64) @Nullable String code,
    @Schema(examples = "0", minimum = "0") long version) {}
