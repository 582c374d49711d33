/**
 * Bulk data in: import runs, the raw files behind them, and the lines they refused. Reads files and
 * hands their rows to the features in batches; each batch commits its effects and its position in
 * the file together, so a run can be cut at any moment and taken up again with the same result.
 * Owns no business data, and knows the other features only by what they offer for bulk intake.
 */
@NullMarked
package org.kexin.exchange;

import org.jspecify.annotations.NullMarked;
