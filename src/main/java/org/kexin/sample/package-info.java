/**
 * Seeded sample people, never part of a running service. The Online Retail set knows its customers
 * by number only; this package invents a person or an enterprise for each number, so that search,
 * masking and cards have something to show. Every number and address it makes passes the checks of
 * {@link org.kexin.customer} and comes from a range where nobody real can be meant, as far as such
 * a range exists.
 *
 * <p>It also invents a year of dealings with some of them ({@link
 * org.kexin.sample.SampleDealings}), which a client of the API records: it must never write
 * anything by another way.
 */
@NullMarked
package org.kexin.sample;

import org.jspecify.annotations.NullMarked;
