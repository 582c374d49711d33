package org.kexin.complaint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;

/** Making, naming and moving categories. */
@ApplicationScoped
class ComplaintCategoryService {

  private final ComplaintCategories categories;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  ComplaintCategoryService(
      ComplaintCategories categories,
      Violations violations,
      MergePatch mergePatch,
      Ids ids,
      Clock clock) {
    this.categories = categories;
    this.violations = violations;
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  Page<ComplaintCategoryView> list(PageRequest page) {
    return Page.of(categories.list(page), page, ComplaintCategory::code)
        .map(ComplaintCategoryView::of);
  }

  ComplaintCategoryView read(UUID id) {
    return Optional.ofNullable(categories.findById(id))
        .map(ComplaintCategoryView::of)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException {@code validation-failed} if it cannot stand there, or there are
   *     {@value CategoryTree#MAX_CATEGORIES}; {@code already-exists} if the code is taken
   */
  @Transactional
  Receipt create(NewComplaintCategory document) {
    refuseInvalid(document);
    List<ComplaintCategory> all = categories.allForUpdate();
    if (all.size() >= CategoryTree.MAX_CATEGORIES) {
      throw ProblemException.invalid(
          "", "too-many", "There are 2,000 categories; use one of them.");
    }
    UUID id = ids.next();
    demandPlace(CategoryTree.of(all), id, document.parentId());
    ComplaintCategory category = new ComplaintCategory(id, document, clock.now());
    try {
      categories.persistAndFlush(category);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "A category with this code exists; use that one.");
    }
    return receipt(category);
  }

  /**
   * @throws ProblemException {@code validation-failed} if it cannot stand there, or the code would
   *     change
   */
  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    List<ComplaintCategory> all = categories.allForUpdate();
    ComplaintCategory category =
        all.stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(ProblemException::notFound);
    EntityTags.demand(ifMatch, category.version());
    NewComplaintCategory after =
        mergePatch.apply(category.document(), patch, NewComplaintCategory.class);
    refuseInvalid(after);
    if (!after.code().equals(category.code())) {
      throw ProblemException.invalid("/code", "immutable", "The code of a category never changes.");
    }
    demandPlace(CategoryTree.of(all), id, after.parentId());
    category.restate(after);
    categories.flush();
    return receipt(category);
  }

  private static void demandPlace(CategoryTree tree, UUID id, @Nullable UUID parent) {
    switch (tree.place(id, parent)) {
      case CategoryTree.Placed _ -> {
        // As it should be.
      }
      case CategoryTree.NoSuchParent _ ->
          throw ProblemException.invalid("/parentId", "unknown", "There is no such category.");
      case CategoryTree.Cycle _ ->
          throw ProblemException.invalid(
              "/parentId", "cycle", "A category cannot stand below itself.");
      case CategoryTree.TooDeep _ ->
          throw ProblemException.invalid(
              "/parentId", "too-deep", "The tree has four levels; put it higher up.");
    }
  }

  private void refuseInvalid(NewComplaintCategory document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
  }

  private static Receipt receipt(ComplaintCategory category) {
    return new Receipt(category.id(), category.code(), category.version());
  }
}
