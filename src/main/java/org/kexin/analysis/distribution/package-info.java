/**
 * Who the customers are (基本信息分析): how many have each value of an attribute and what they buy, and
 * how two attributes go together. Speaks of groups and never names anybody; knows no sealed fact,
 * and nothing sensitive.
 */
@NullMarked
package org.kexin.analysis.distribution;

import org.jspecify.annotations.NullMarked;
