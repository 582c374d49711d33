/** Tests of bulk intake: the reading of files alone, and imports against the running service. */
@NullMarked
package org.kexin.exchange;

import org.jspecify.annotations.NullMarked;
