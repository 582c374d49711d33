/**
 * What is bought together, and what to offer a customer next. Rules and likeness speak of products
 * and of how many bought them, never of who; an offer names what it comes from. Offers nothing to
 * who objects to profiling.
 */
@NullMarked
package org.kexin.analysis.basket;

import org.jspecify.annotations.NullMarked;
