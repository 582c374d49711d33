/**
 * Why it pays to stay, and how to leave: programmes (会员计划) with levels and rules, memberships,
 * points (积分) as a ledger, rewards and their claims, referrals.
 *
 * <p>Owns the ledger: points are whole numbers, every entry takes from one bucket and gives to
 * another, entries are never changed, and what an account or a lot is said to hold is always the
 * sum of its entries. Rules are pure ({@link org.kexin.loyalty.Ledger}, {@link
 * org.kexin.loyalty.EarnRules}, {@link org.kexin.loyalty.LevelRules}); only {@link
 * org.kexin.loyalty.PointsBooks} writes entries, and only under the account's lock. It must never
 * hold a person back: closing a membership has no condition.
 *
 * <p>Notes of staff on adjustments stand in the clear in a table of their own, whose rows erasure
 * deletes; the ledger itself holds no text about persons.
 */
@NullMarked
package org.kexin.loyalty;

import org.jspecify.annotations.NullMarked;
