package org.kexin.privacy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All rules. */
@Schema(name = "Retention", description = "All retention rules.")
record RetentionView(@Schema(maxItems = 20) List<RetentionRuleView> rules) {}
