import Access
import Ledger
import Operations
import Reports
import Storage
import Wording

/// 项目页: everything known about one project, with the origin of each value.
enum ProjectPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let day = try context.asOf
    let view =
      try day.map { try context.operations.show(context["project"], asOf: $0) }
      ?? context.operations.show(context["project"])
    let address = Address.project(view.project.id, asOf: day)
    // A merged project's number, a code or a name redirects to the current number.
    let asked = context["project"]
    if asked != String(view.project.id) {
      // The page names the merged project's number that was requested.
      return .moved(
        to: address.with(
          Int64(asked) == nil ? context.query : context.query.setting("from", to: asked)))
    }
    let field = context.query["field"].flatMap { Field(id: $0) }
    let history = ProjectHistory(
      view: view, field: field, person: context.query["by"],
      address: Address.project(view.project.id))
    let related = try context.operations.related(to: view.project)
    let progress = try context.operations.progress(of: view.project, asOf: day)
    let others = try day == nil ? likely(view, context) : []
    let contacts = Contacts(of: view.project.record, context)
    if contacts.areShown {
      try context.site.door.record(.contacts, context.caller, on: context.request.place)
    }
    return try context.page(
      Page(
        "project", title: view.project.record.text(.name) ?? "项目", in: .projects,
        View([
          "name": view.project.record.text(.name) ?? "（未命名）", "id": view.project.id,
          "code": view.project.record.text(.code),
          "places": places(view, day),
          "light": light(progress, view),
          "stages": StageLine(view: view).views,
          "groups": ProjectFacts(view: view, contacts: contacts).groups,
          "monthsOfYear": ProjectMonthsView(months: view.months, progress: progress).view,
          "milestones": matters(.milestones, view, try day ?? context.operations.today),
          "problems": matters(.problemLog, view, try day ?? context.operations.today),
          "likely": others, "hasLikely": !others.isEmpty,
          "statements": Statements(project: view).view,
          "mergedFrom": context.query["from"].flatMap { Int64($0) },
          "package": related.package.map {
            View(["name": $0.name, "href": Address.project($0.id, asOf: day)])
          },
          "parts": related.parts.map {
            View(["name": $0.name, "id": $0.id, "href": Address.project($0.id, asOf: day)])
          },
          "partCount": related.parts.count, "hasParts": !related.parts.isEmpty,
          "history": history.steps,
          "historyFields": history.fields, "historyPeople": history.people,
          "wholeHistory": history.isNarrowed ? address.at("history") : nil,
          "mayEdit": context.permissions.allow(.edit, on: view.project.record),
          "mayMerge": context.permissions.allow(.decide, on: view.project.record),
          "mergeHref": Address("projects", String(view.project.id), "merge"),
          "partsHref": Address("projects", String(view.project.id), "parts"),
          "editHref": Address("projects", String(view.project.id), "edit"),
          "moveHref": Address("projects", String(view.project.id), "move"),
          "matterHref": Address("projects", String(view.project.id), "matters"),
        ])))
  }

  /// Returns chain, lead units and places, each linked to the list of its projects.
  private static func places(_ view: ProjectView, _ day: PartialDate?) -> [View] {
    let record = view.project.record
    var filters: [(String, ProjectFilter)] = []
    func add(
      _ kind: CatalogueKind, _ code: String, _ path: WritableKeyPath<ProjectFilter, Set<String>>
    ) {
      var filter = ProjectFilter()
      filter[keyPath: path] = [code]
      filter.asOf = day
      filters.append((view.catalogue.name(of: kind, code), filter))
    }
    if let code = record.reference(.chain) { add(.chain, code, \.chains) }
    for code in record.references(.leadUnits) { add(.unit, code, \.units) }
    if let code = record.reference(.zone) { add(.zone, code, \.zones) }
    if let code = record.reference(.district) { add(.district, code, \.districts) }
    return filters.map { name, filter in
      View([
        "label": name,
        "href": Address("projects", query: FilterQuery(filter, view.catalogue).query),
      ])
    }
  }

  /// Returns the light with its reasons and its rule; nil if there is nothing to measure.
  private static func light(_ progress: ProjectProgress, _ view: ProjectView) -> View? {
    guard let light = progress.light else { return nil }
    let rate = progress.figures.rate
    let month = progress.figures.monthElapsed(in: progress.month)
    let parts =
      [
        rate.map { "完成率 \(Figures.percent($0))" },
        month.map { "时序 \(Figures.percent(Double($0) / 12))" },
        rate.flatMap { rate in
          month.map { LightRule.difference(rate: rate, month: $0) }
        }.map { difference in
          let points = Figures.percent(abs(difference) / 100).replacing("%", with: "")
          return points == "0.0" ? "与时序持平" : "\(difference > 0 ? "超前" : "落后") \(points) 个百分点"
        },
      ].compactMap { $0 } + light.reasons
    return View([
      "figure": Markup { LightMarks(view.catalogue).write(progress.rule.word(light.light), &$0) },
      "reason": parts.joined(separator: "，"), "rule": progress.rule.sentence,
    ])
  }

  /// Possible duplicates with the reasons; those who may merge get a link to the comparison.
  private static func likely(_ view: ProjectView, _ context: PageContext) throws -> [View] {
    let mayMerge = context.permissions.allow(.decide, on: view.project.record)
    return try context.operations.likely(view.project.id).map { other in
      View([
        "otherName": other.name, "otherId": other.id, "otherHref": Address.project(other.id),
        "why": other.likely.sentence,
        "compareHref": mayMerge
          ? Address(
            "projects", String(view.project.id), "merge", query: ["with": String(other.id)])
          : nil,
      ])
    }
  }

  private static func matters(
    _ field: Field, _ view: ProjectView, _ day: PartialDate
  ) -> [View] {
    view.project.record.matters(field).map { named in
      View([
        "matter": named.name, "state": named.matter.words(of: field, view.catalogue),
        "late": named.matter.daysOverdue(on: day).map { "逾期 \($0) 天" },
        "open": named.matter.isOpen,
      ])
    }
  }
}

/// The stages in order, with the dates on which the project entered them.
struct StageLine {
  let view: ProjectView

  var views: [View] {
    let present = view.project.record.reference(.stage)
    let order = view.catalogue.stages.first { $0.code == present }?.order ?? 0
    return view.catalogue.stages.map { stage in
      View([
        "stage": stage.name, "isPresent": stage.code == present, "isPast": stage.order < order,
        "date": date(stage.dateField),
        "planned": stage.order > order ? date(stage.plannedField).map { "计划 " + $0 } : nil,
        "document": stage.order <= order ? document(of: stage) : nil,
      ])
    }
  }

  /// The document on which the move into a stage is based, from the last move that was not undone.
  private func document(of stage: Stage) -> String? {
    view.history.last { step in
      !step.isUndone && step.entry.particulars.evidence != nil
        && step.change.fields.contains { field in
          field.key == FieldKey(.stage) && field.after == .reference(stage.code)
        }
    }?.entry.particulars.evidence
  }

  private func date(_ field: Field?) -> String? {
    guard let field, case .date(let date)? = view.project.record[FieldKey(field)] else {
      return nil
    }
    return date.text
  }
}

extension Stage {
  /// The field with the planned date of entering the stage.
  fileprivate var plannedField: Field? { dateField == .startActual ? .startPlanned : nil }
}
