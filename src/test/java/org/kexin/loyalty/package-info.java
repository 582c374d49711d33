/** Tests of programmes, points, rewards and referrals. */
@NullMarked
package org.kexin.loyalty;

import org.jspecify.annotations.NullMarked;
