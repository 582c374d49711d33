package org.kexin.analysis.grading;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.customer.Kind;

/** A version of a policy. */
@Schema(name = "GradingPolicy", description = "A version of a policy of grades (分级规则).")
record GradingPolicyView(
    UUID id,
    Kind kind,
    @Schema(description = "Of this kind, from 1.", examples = "2", minimum = "1") int number,
    PolicyTerms terms,
    Instant publishedAt) {}
