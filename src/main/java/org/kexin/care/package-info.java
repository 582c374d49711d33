/**
 * Care for customers: rules that say on which occasions to turn to them, and the tasks that follow
 * from the rules. A task is never made without the consent that its channel needs, goes with that
 * consent in the same commit, and is never made twice, however many pods look and whenever one of
 * them dies. Sends nothing by itself: a member of staff does what a task says.
 */
@NullMarked
package org.kexin.care;

import org.jspecify.annotations.NullMarked;
