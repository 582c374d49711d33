/**
 * Keeps personal data unreadable at rest. Owns the data keys, one for each person, file or analysis
 * project, and the keyed fingerprints by which sealed values are found. The keys that wrap data
 * keys and that key the fingerprints come from the configuration and never enter the database.
 * Knows nothing of callers, purposes, or what is sealed; without the data key nothing that was
 * sealed under it can be read again, which is how erasure reaches copies and backups.
 */
@NullMarked
package org.kexin.encryption;

import org.jspecify.annotations.NullMarked;
