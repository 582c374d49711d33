/**
 * Where each customer stands with the company: the six steps from prospect to advocate, and
 * lapsing, lost and won back. Derived by a policy in versions from what customers did, never set by
 * hand. Nothing is derived of who objects to being judged by what they did.
 *
 * <p>What happens only leaves a mark, in its own transaction and without a lock; a job takes marks
 * away and derives in batches. So a bulk import pays one statement a batch, and any pod can go on
 * where another stopped.
 */
@NullMarked
package org.kexin.lifecycle;

import org.jspecify.annotations.NullMarked;
