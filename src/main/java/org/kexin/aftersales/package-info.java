/**
 * What the company does for a customer after the sale: deliveries and service, and how the customer
 * rates them. Texts are the words of staff and customers: of the class BEHAVIOUR, in plain columns,
 * gone with an erasure. What the customer complains about is a complaint, not kept here.
 */
@NullMarked
package org.kexin.aftersales;

import org.jspecify.annotations.NullMarked;
