package org.kexin.lifecycle;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy.
 *
 * @param publishedAt null for the one that comes with the service
 */
@Schema(name = "LifeCyclePolicy", description = "A version of the policy (生命周期规则).")
record LifeCyclePolicyView(
    @Schema(examples = "2", minimum = "1") int version,
    LifeCycleTerms terms,
    @Nullable Instant publishedAt) {}
