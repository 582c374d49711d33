/** Things every feature stands on and that know no feature: money, time, ids, problems, paging. */
@NullMarked
package org.kexin.shared;

import org.jspecify.annotations.NullMarked;
