package org.kexin.analysis.algorithm.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.TextHash;
import org.kexin.analysis.algorithm.TextHash.Lane;

/** Documents of one kind, told by how their numbers begin. */
final class DocumentCounts {

  private final QualityRules.Document rule;
  private final int place;
  private final List<String> longerPrefixes;
  private final DistinctCounter documents;
  private long rows;

  DocumentCounts(
      QualityRules.Document rule, int place, List<QualityRules.Document> ofColumn, int bound) {
    this.rule = rule;
    this.place = place;
    this.longerPrefixes =
        ofColumn.stream()
            .map(QualityRules.Document::prefix)
            .filter(prefix -> prefix.length() > rule.prefix().length())
            .filter(prefix -> prefix.startsWith(rule.prefix()))
            .toList();
    this.documents = new DistinctCounter(bound);
  }

  int place() {
    return place;
  }

  void add(@Nullable String value) {
    if (value == null || !isOfKind(value.strip())) {
      return;
    }
    rows++;
    documents.add(TextHash.of(value, Lane.FIRST), TextHash.of(value, Lane.SECOND));
  }

  private boolean isOfKind(String number) {
    return number.startsWith(rule.prefix())
        && longerPrefixes.stream().noneMatch(number::startsWith);
  }

  TableProfile.Documents finish() {
    return new TableProfile.Documents(rule.name(), rule.column(), rows, documents.count());
  }
}
