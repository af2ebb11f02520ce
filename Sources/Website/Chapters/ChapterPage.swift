import Ledger
import Operations
import Reports
import Storage
import Wording

/// 分册页: everything about one chain, unit, area or register.
struct ChapterPage {
  private static let listed = 20

  let kind: Kind
  let context: PageContext

  /// The subject of a chapter.
  enum Kind: String {
    case chains, units, areas, registers

    /// The filter option that selects its projects.
    var option: FilterOption {
      switch self {
      case .chains: .chain
      case .units: .unit
      case .areas: .area
      case .registers: .register
      }
    }

    var label: String { option.label }

    /// The kinds of catalogue items it covers.
    var items: [CatalogueKind] {
      switch self {
      case .chains: [.chain]
      case .units: [.unit]
      case .areas: [.district, .zone]
      case .registers: [.register]
      }
    }
  }

  static func show(_ kind: Kind, _ context: PageContext) throws -> WebResponse {
    try ChapterPage(kind: kind, context: context).page()
  }

  /// Lists the chapters of a kind with their numbers of projects.
  static func index(_ kind: Kind, _ context: PageContext) throws -> WebResponse {
    let day = try context.time
    let answer = try context.operations.facets(QuestionOptions(filter: day.values(without: [])))
    let facet = answer.content.first { $0.property.id == kind.option.rawValue }
    let names = FilterQuery(answer.filter, answer.catalogue)
    return try context.page(
      Page(
        "chapters", title: kind.label, in: kind == .chains ? .chains : nil,
        View([
          "heading": kind.label,
          "chapters": (facet?.values ?? []).compactMap { count -> View? in
            guard case .item(let item, let code) = count.value else { return nil }
            let name = answer.catalogue.name(of: item, code)
            let written = item == .district || item == .zone ? "\(item.rawValue):\(code)" : code
            return View([
              "name": name, "href": Address(kind.rawValue, name, query: day),
              "count": count.count, "money": Figures.yiOrBlank(count.investment),
              "listHref": Address(
                "projects",
                query: day.adding(kind.option.rawValue, names.value(kind.option, written))),
            ])
          },
          "others": [Kind.chains, .units, .areas, .registers].map {
            View([
              "label": $0.label, "href": Address($0.rawValue, query: day), "current": $0 == kind,
            ])
          },
          "basis": context.basis(answer.filter, answer.catalogue),
          "months": try MonthChoice(context: context).view,
        ])))
  }

  private func page() throws -> WebResponse {
    var filter: [String: [String]] = [kind.option.rawValue: [context["name"]]]
    try filter.merge(context.time.values(without: [])) { $1 }
    let options = QuestionOptions(filter: filter)
    let overview = try context.operations.overview(options)
    let (edition, chosen) = (overview.edition, overview.edition.filter)
    let conditions = FilterQuery(chosen, edition.catalogue).query
    let list = QuestionOptions(filter: filter, sort: "-investment", limit: Self.listed)
    let table = try context.operations.table(list, columns: ProjectsQuery.usual)
    let state = try ProjectsQuery(conditions.adding("sort", "-investment"), edition.catalogue)
    let counts = OverviewCounts(overview: overview)
    let months = ChapterMonths(
      conditions: conditions, overview: overview, operations: context.operations)
    return try context.page(
      Page(
        "chapter", title: context["name"], in: kind == .chains ? .chains : nil,
        View([
          "name": context["name"], "heading": kind.label,
          "sentence": counts.sentence, "counts": counts.strip,
          "months": try MonthChoice(context: context).view,
          "basis": edition.scope, "leads": leads(edition.catalogue),
          "definition": register(edition.catalogue)?.definition,
          "candidates": try candidates(table.catalogue),
          "segments": try segments(table.catalogue, conditions),
          "total": overview.funnel.totals.count,
          "allHref": Address("projects", query: conditions),
          "bookHref": Address("books", kind == .chains ? "chains" : "leaders", query: conditions),
          "funnel": View([
            "table": FunnelView(
              funnel: overview.funnel, filter: chosen, catalogue: edition.catalogue
            ).markup
          ]),
          "matrix": kind == .chains
            ? nil
            : View([
              "table": ChainMatrix(
                matrix: overview.matrix, filter: chosen, catalogue: edition.catalogue,
                rows: .used
              ).markup
            ]),
          "listed": View(["table": ProjectTableView(answer: table, state: state).markup]),
          "concerns": overview.concerns.map { concern($0, edition) },
          "reporting": try reporting(), "target": try target(edition),
          "matrices": try matrices(overview, conditions),
          "monthsOfYear": try months.view,
          "changed": try months.changes(today: context.operations.today),
          "dueHref": kind == .units
            ? Address("due", context["name"], query: try context.time) : nil,
        ])))
  }

  /// By lead unit and by area, as far as the chapter is about neither.
  private func matrices(
    _ overview: Overview, _ conditions: Query
  ) throws -> [View] {
    let properties: [FilterProperty] =
      switch kind {
      case .chains, .registers: [.unit, .area]
      case .units: [.area]
      case .areas: [.unit]
      }
    let matrix = try ChapterMatrix(conditions, overview, context.operations)
    return properties.compactMap { matrix.view(by: $0) }
  }

  /// What a chain is to reach this year; nil where nothing is known of it.
  private func target(_ edition: BookEdition) throws -> String? {
    guard kind == .chains, let code = item(edition.catalogue)?.code else { return nil }
    let options = QuestionOptions(filter: try context.asOf.map { ["as-of": [$0.text]] } ?? [:])
    let own = try context.operations.targets(options).targets.filter { $0.target.chain == code }
    if own.isEmpty { return nil }
    return own.map { progress in
      let target = progress.target
      let goal = target.isHandedDown ? target.phrase : "未下达"
      let value = progress.value.map { "，现值 \(TargetWords.number($0)) \(target.unit)" } ?? ""
      let share = progress.share.map { "，完成 \(Figures.percent($0))" } ?? ""
      return "\(target.name)：\(goal)\(value)\(share)"
    }.joined(separator: "；")
  }

  /// What a unit is to report this month, and has; nil where it is asked nothing.
  private func reporting() throws -> View? {
    guard kind == .units else { return nil }
    let time = try context.time
    let due = try context.operations.due(QuestionOptions(filter: time.values(without: [])))
    guard let part = due.part(named: context["name"]) else { return nil }
    let tally = due.tally(part)
    if tally.asked == 0 { return nil }
    func address(_ shown: DueShown) -> Address {
      Address("due", context["name"], query: time + shown.query)
    }
    return View([
      "month": due.monthWord, "asked": tally.asked, "askedHref": address(.all),
      "reported": tally.reported, "reportedHref": address(.reported), "open": tally.open,
      "openHref": address(.open), "missing": tally.missing, "missingHref": address(.gaps),
    ])
  }

  private func item(_ catalogue: Catalogue) -> CatalogueItem? {
    kind.items.flatMap { catalogue.items(of: $0) }.first { $0.name == context["name"] }
  }

  private func leads(_ catalogue: Catalogue) -> String? {
    guard kind == .chains, let code = item(catalogue)?.code, let chain = catalogue.chain(code),
      !chain.leads.isEmpty
    else { return nil }
    return chain.leads.map { catalogue.name(of: .unit, $0) }.joined(separator: "、")
  }

  private func register(_ catalogue: Catalogue) -> Register? {
    kind == .registers ? item(catalogue).flatMap { catalogue.register($0.code) } : nil
  }

  private func candidates(_ catalogue: Catalogue) throws -> View? {
    guard let register = register(catalogue) else { return nil }
    let (time, today) = (try context.time, try context.operations.today)
    return try context.operations.candidates(
      of: register.code, QuestionOptions(filter: time.values(without: []))
    ).map { CandidatesView(candidates: $0, context: context, time: time, today: today).view }
  }

  /// Returns the segments of a chain by position, each with its number of projects. A segment without any is a gap,
  /// provided that some project states a segment.
  private func segments(_ catalogue: Catalogue, _ conditions: Query) throws -> [View] {
    guard kind == .chains, let code = item(catalogue)?.code, let chain = catalogue.chain(code)
    else {
      return []
    }
    let all = QuestionOptions(filter: conditions.values(without: []))
    var counts: [String: Int] = [:]
    var unsaid = 0
    for (segment, count) in try context.operations.texts(of: .segment, all) {
      guard let segment else {
        unsaid += count
        continue
      }
      counts[chain.segment(called: segment)?.name ?? segment, default: 0] += count
    }
    let isSaid = chain.segments.contains { counts[$0.name] != nil }
    let positions = Chain.Position.allCases.map { position in
      View([
        "position": position.label,
        "parts": chain.segments.filter { $0.position == position }.map { segment in
          View([
            "segment": segment.name, "count": counts[segment.name].map { String($0) },
            "isGap": isSaid && counts[segment.name] == nil, "href": nil as Address?,
          ])
        },
      ])
    }
    let others = counts.keys.filter { name in !chain.segments.contains { $0.name == name } }
    let rest = others.sorted().map { name in
      View([
        "segment": name, "count": counts[name].map { String($0) }, "isGap": false,
        "href": nil as Address?,
      ])
    }
    let unnamed = View([
      "segment": isSaid || !rest.isEmpty ? "未填环节" : "各项目均未注明所属环节",
      "count": String(unsaid), "isGap": false,
      "href": Address(
        "projects",
        query: conditions.setting(
          FilterOption.missing.rawValue,
          to: conditions.all(FilterOption.missing.rawValue) + [Field.segment.label])),
    ])
    return positions + [View(["position": "其他", "parts": rest + [unnamed]])]
  }

  private func concern(_ concern: Overview.Concern, _ edition: BookEdition) -> View {
    let words = concern.light.map { edition.catalogue.lightRule.word($0.light) }
    let rate = concern.project.rate.map { "完成率 \(Figures.percent($0))" }
    return View([
      "name": concern.project.name,
      "href": Address.project(concern.project.id, asOf: edition.filter.asOf),
      "figure": words.map { word in Markup { LightMarks(edition.catalogue).write(word, &$0) } },
      "why": ([rate].compactMap { $0 } + (concern.light?.reasons ?? [])).joined(separator: "，"),
      "since": concern.since?.words(on: edition.day),
    ])
  }
}
