import Intake
import Ledger
import Matching
import Operations
import Storage
import Wording

/// 合并: compares two projects that are really one, and merges them in one entry.
enum MergePage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .decide)
    guard let other = context.query["with"] else { return try candidates(view, context) }
    return try compared(view, with: other, taking: [], context)
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    // Compares again if another entry was written between the comparison and the merge.
    for _ in 0..<5 {
      do { return try merge(context) } catch StorageError.stale { continue }
    }
    return try merge(context)
  }

  private static func merge(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let view = try context.project(for: .decide)
    guard let other = form["with"] else {
      throw Failure(422, "没有写并入哪一个项目。", "回到合并页，选一个或写编号。")
    }
    let taking = form.items.compactMap { item in
      item.name.hasPrefix("take.") && item.value == "other" ? String(item.name.dropFirst(5)) : nil
    }
    let prepared = try context.operations.mergePlan(
      other, into: String(view.project.id), taking: taking)
    // Checked after the plan was made, so a later change of either project makes the merge stale.
    let seen = [form["revision"], form["otherRevision"]]
    let present = try [prepared.plan.merge.into, prepared.plan.merge.project].map {
      String(try context.operations.show(String($0)).project.revision)
    }
    guard seen == present else {
      return try context.site.ledger.reading(at: context.operations) { operations in
        let context = context.at(operations)
        return try compared(
          context.project(for: .decide), with: other, taking: Set(taking), context,
          fault: "你看过之后有人改过这两个项目，没有合并。请再看一遍。", status: 409)
      }
    }
    let entry = try context.operations.merge(prepared, reason: form["reason"])
    return .seeOther(
      Address.project(prepared.plan.merge.into).with(["done": String(entry.number)]))
  }

  /// Lists the projects that it may be merged with.
  private static func candidates(
    _ view: ProjectView, _ context: PageContext
  ) throws -> WebResponse {
    let address = Address("projects", String(view.project.id), "merge")
    let found = try context.operations.duplicates(of: view.project.id)
    return try context.page(
      Page(
        "merge", title: "合并", in: .projects,
        head(view).merging(
          View([
            "candidates": found.map { queued in
              let duplicate = queued.duplicate
              let isFirst = duplicate.one.id == view.project.id
              let other = isFirst ? duplicate.other : duplicate.one
              return View([
                "otherName": other.name, "otherId": other.id,
                "otherHref": Address.project(other.id),
                "href": address.with(["with": String(other.id)]),
                "score": duplicate.likeness.score, "reason": duplicate.judgement.reason.words,
                "signs": duplicate.likeness.signs.map(\.words).joined(separator: "，"),
                "isPutOff": queued.isPutOff,
              ])
            },
            "action": address, "compared": View?.none,
          ]))))
  }

  private static func head(_ view: ProjectView) -> View {
    View([
      "name": view.project.record.text(.name) ?? "（未命名）", "id": view.project.id,
      "back": Address.project(view.project.id),
    ])
  }

  /// Shows the two projects side by side.
  private static func compared(
    _ view: ProjectView, with text: String, taking: Set<String>, _ context: PageContext,
    fault: String? = nil, status: Int = 200
  ) throws -> WebResponse {
    let prepared = try context.operations.mergePlan(text, into: String(view.project.id), taking: [])
    let other = try context.operations.show(String(prepared.plan.merge.project))
    let rows = MergeRows(own: view, other: other, plan: prepared.plan, taking: taking)
    return try context.page(
      Page(
        "merge", title: "合并", in: .projects,
        head(view).merging(
          View([
            "candidates": [View](), "action": Address("projects", String(view.project.id), "merge"),
            "compared": View([
              "fault": fault, "verdict": prepared.judgement.words,
              "isWarned": prepared.judgement.verdict == .different,
              "otherName": other.project.record.text(.name) ?? "（未命名）",
              "otherId": other.project.id, "otherHref": Address.project(other.project.id),
              "swapHref": Address(
                "projects", String(other.project.id), "merge",
                query: ["with": String(view.project.id)]),
              "revision": view.project.revision, "otherRevision": other.project.revision,
              "rows": rows.views, "differing": rows.differing, "filled": rows.filled,
              "parts": prepared.plan.parts.isEmpty
                ? nil : prepared.plan.parts.map { String($0) }.joined(separator: "、"),
              "reason": context.form["reason"],
            ]),
          ])), status: status))
  }
}

/// The fields in which two projects differ, each with both values and the result.
private struct MergeRows {
  let own: ProjectView
  let other: ProjectView
  let plan: MergePlan
  let taking: Set<String>

  /// Fields with different values in both projects.
  private var contested: Set<Field> { Set(plan.dropped.map(\.key.field)) }

  /// Fields that the surviving project only takes values for, because it lacks them.
  private var lacking: Set<Field> {
    Set(plan.taken.map(\.key.field)).subtracting(contested)
  }

  var differing: Int { contested.count }
  var filled: Int { lacking.count }

  var views: [View] {
    let sensitive = own.catalogue.sensitiveFields
    return (contested.sorted { $0.label < $1.label } + lacking.sorted { $0.label < $1.label })
      .map { row($0, isSecret: sensitive.contains($0)) }
  }

  private func row(_ field: Field, isSecret: Bool) -> View {
    let keys = Set(
      plan.dropped.map(\.key).filter { $0.field == field }
        + plan.taken.map(\.key).filter { $0.field == field }
    ).sorted()
    return View([
      "field": field.id, "label": field.label,
      "mine": keys.compactMap { line($0, own, among: keys, isSecret) },
      "theirs": keys.compactMap { line($0, other, among: keys, isSecret) },
      "isOpen": contested.contains(field), "takesOther": taking.contains(field.id),
      "outcome": outcome(field),
    ])
  }

  /// The result of a field without a choice: all names stay, missing values are filled in.
  private func outcome(_ field: Field) -> String {
    field == .otherNames ? "两边的名称都保留" : "补入"
  }

  private func line(
    _ key: FieldKey, _ view: ProjectView, among keys: [FieldKey], _ isSecret: Bool
  ) -> View? {
    guard let value = view.project.record[key] else { return nil }
    let whole = ValueWords.text(value, field: key.field, view.catalogue)
    let text = isSecret ? Mask.text(whole) : whole
    return View([
      "part": keys.count > 1 ? ValueWords.shownLabel(key, view.catalogue) : nil,
      "text": String(text.prefix(300)),
    ])
  }
}
