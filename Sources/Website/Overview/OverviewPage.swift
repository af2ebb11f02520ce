import Ledger
import Operations
import Reports
import Storage
import Wording

/// 总览: the ledger at a glance; the page that leaders open on a phone.
enum OverviewPage {
  private static let lately = 7

  static func show(_ context: PageContext) throws -> WebResponse {
    let standing = try context.site.ledger.standing(at: context.operations)
    if standing.projects == 0, try context.asOf == nil { return try start(context) }
    let options = QuestionOptions(filter: try context.time.values(without: []))
    let overview = try context.operations.overview(options)
    return try context.page(
      Page("overview", title: "总览", in: .overview, view(overview, context)))
  }

  /// The start page of a ledger without projects.
  private static func start(_ context: PageContext) throws -> WebResponse {
    try context.page(
      Page(
        "start", title: "开始", in: .overview,
        View(["hasSamples": Samples.areThere, "samplesHref": Address("samples")])))
  }

  private static func view(_ overview: Overview, _ context: PageContext) throws -> View {
    let (edition, filter) = (overview.edition, overview.edition.filter)
    let counts = OverviewCounts(overview: overview)
    let targets = try targets(context, overview.edition)
    return View([
      "sentence": counts.sentence,
      // A chosen month is already part of the scope.
      "basis": filter.month == nil ? edition.scope + "；" + Self.reach(edition) : edition.scope,
      "sampleNote": edition.holdsSamples, "months": try MonthChoice(context: context).view,
      "counts": counts.strip, "leaderCounts": Array(counts.strip.prefix(4)),
      "matrix": View([
        "table": ChainMatrix(
          matrix: overview.matrix, filter: filter, catalogue: edition.catalogue, rows: .all
        ).markup
      ]),
      "funnel": View([
        "table": FunnelView(
          funnel: overview.funnel, filter: filter, catalogue: edition.catalogue
        ).markup
      ]),
      "targets": targets, "hasTargets": !targets.isEmpty,
      "targetsHref": Page.Section.targets.address,
      "acts": try acts(context), "actsSince": try since(context).text,
      "entriesHref": Page.Section.entries.address,
      "concerns": overview.concerns.map { concern($0, edition) },
      "concernCount": overview.concernCount,
      "chains": chains(overview, try context.time),
      "leadersBook": Address("books", "leaders", query: try context.time),
      // Sending out is no entry, by which this page is kept: the link finds the last one.
      "issueHref": try context.asOf == nil ? Address("books", "issued", "last") : nil,
      "sinceForm": Address(),
      "sinceKept": try context.time.items.map {
        View(["name": $0.name, "value": $0.value])
      },
      "changesBook": Address(
        "books", "changes", query: try context.time.adding("since", since(context).text)),
    ])
  }

  private static func reach(_ edition: BookEdition) -> String {
    edition.month.map { month in
      "数据截至 \(edition.year) 年 \(month) 月底"
        + (edition.undated > 0 ? "，另有 \(edition.undated) 项未注明截至月份" : "")
    } ?? "\(edition.monthless)，不与序时进度比较"
  }

  private static func targets(_ context: PageContext, _ edition: BookEdition) throws -> [View] {
    let goneBy = edition.month.map { Double($0) / 12 }
    let options = QuestionOptions(filter: try context.time.values(without: []))
    let told = try context.operations.targets(options).targets.filter { $0.standing != nil }
    let time = try context.time
    return told.prefix(8).map { progress in
      View([
        "target": progress.target.name,
        "goal": progress.target.phrase, "rule": progress.rule,
        "share": progress.share.map(Figures.percent),
        "expected": progress.share == nil ? nil : goneBy.map(Figures.percent),
        "standing": progress.standing?.rawValue ?? "",
        "isBehind": progress.standing == .behind || progress.standing == .below,
      ]).merging(TargetWords.view(progress, edition.catalogue, time))
    }
  }

  /// The day since whose end acts are shown.
  private static func since(_ context: PageContext) throws -> PartialDate {
    if let text = context.query["since"], let day = PartialDate(text), case .day = day.precision {
      return day
    }
    let day = try context.asOf ?? context.operations.today
    return PartialDate(dayNumber: day.lastDayNumber - lately) ?? day
  }

  private static func acts(_ context: PageContext) throws -> [View] {
    let entries = try context.operations.entries(
      after: since(context), through: context.asOf, limit: 12)
    return try entries.map { entry in
      let named = try projects(of: entry, context)
      return EntryWords.view(entry).merging(
        View([
          "projects": named, "more": entry.counts.altered - named.count,
          "hasMore": entry.counts.altered > named.count && !named.isEmpty,
        ]))
    }
  }

  /// Returns the first projects that an entry changed; none for more than 20, where the file's name says enough.
  private static func projects(of entry: Entry, _ context: PageContext) throws -> [View] {
    guard (1...20).contains(entry.counts.altered) else { return [] }
    let day = try context.asOf
    return try context.operations.projects(of: entry.number, limit: 3).map { id, name in
      View(["name": name, "href": Address.project(id, asOf: day)])
    }
  }

  private static func concern(_ concern: Overview.Concern, _ edition: BookEdition) -> View {
    let record = concern.project.record
    let units = record.references(.leadUnits).map { edition.catalogue.name(of: .unit, $0) }
    let rate = concern.project.rate.map { "完成率 \(Figures.percent($0))" }
    let expected = edition.month.map { "应到 \(Figures.percent(Double($0) / 12))" }
    let why =
      (rate.map { [$0, expected].compactMap { $0 } } ?? []) + (concern.light?.reasons ?? [])
    return View([
      "name": concern.project.name,
      "href": Address.project(concern.project.id, asOf: edition.filter.asOf),
      "figure": concern.light.map { light in
        Markup {
          LightMarks(edition.catalogue).write(
            edition.catalogue.lightRule.word(light.light), &$0)
        }
      },
      "why": why.joined(separator: "，"),
      "who": (units + [record.text(.responsiblePerson).map { "责任人 " + $0 }].compactMap { $0 })
        .joined(separator: " · "),
      "since": concern.since?.words(on: edition.day),
    ])
  }

  private static func chains(_ overview: Overview, _ time: Query) -> [View] {
    let matrix = overview.matrix
    let most = max(1, matrix.chains.map { matrix.byChain[$0]?.count ?? 0 }.max() ?? 1)
    return matrix.chains.compactMap { chain in
      guard let chain, let totals = matrix.byChain[chain], totals.count > 0 else { return nil }
      let name = overview.edition.catalogue.name(of: .chain, chain)
      return View([
        "chain": name, "count": totals.count,
        "href": Address("chains", name, query: time),
        "figure": Markup { html in
          Drawing.open(120, 12, &html)
          Drawing.rect(0, 1, max(2, totals.count * 120 / most), 10, "fill", &html)
          Drawing.close(&html)
        },
      ])
    }
  }
}

/// The counts of the overview, each linked to its projects.
struct OverviewCounts {
  let overview: Overview

  private var catalogue: Catalogue { overview.edition.catalogue }

  private func projects(_ change: (inout ProjectFilter) -> Void = { _ in }) -> Address {
    var filter = overview.edition.filter
    change(&filter)
    return Address("projects", query: FilterQuery(filter, catalogue).query)
  }

  private var conditions: Query { FilterQuery(overview.edition.filter, catalogue).query }

  /// The summary sentence, its numbers as links.
  var sentence: [View] {
    let key = overview.key
    var text = LinkedText(overview.sentence)
    // Of a chapter it says 新能源项目118项.
    let isOfAll = overview.sentence.contains("重大项目")
    text.link(after: isOfAll ? "重大项目" : "项目", before: "项", to: projects())
    for part in overview.parts where part.isWhole {
      text.link(after: part.word, before: "项", to: projects { $0.registers.insert(part.clause) })
    }
    text.link(after: "总投资", before: "亿元", to: projects())
    text.link(after: "年度计划投资", before: "亿元", to: projects())
    text.link(after: "累计完成", before: "亿元", to: projects())
    linkReaches(key, &text)
    linkShares(&text)
    text.link(after: "计划新开工", before: "项", to: projects { $0.starts = .year(key.year) })
    text.link(
      after: "已开工", before: "项", to: projects { $0.starts = .month(key.year, key.month ?? 12) })
    text.link(after: "开工率", before: "%", to: projects { $0.starts = .year(key.year) })
    return text.views
  }

  /// Links the projects whose sum does not reach the month. With a month chosen there are no links: then each project
  /// shows what it had by its end.
  private func linkReaches(_ key: KeySentence, _ text: inout LinkedText) {
    guard overview.edition.filter.month == nil, let month = key.month else { return }
    if key.behindMonth > 0 {
      text.link(
        after: "（其中", before: "项的数据早于",
        to: projects { $0.reachedBefore = .month(key.year, month) })
    }
    if key.undated > 0 {
      text.link(
        after: key.behindMonth > 0 ? "\(month)月，" : "（其中", before: "项未注明截至月份",
        to: projects { $0.isUndated = true })
    }
  }

  /// Links shares to the projects they are computed from, and to those without a report. With a month chosen there are
  /// no links, since no filter selects who had reported by then.
  private func linkShares(_ text: inout LinkedText) {
    if overview.edition.filter.month != nil { return }
    let compared = projects { $0.having.formUnion([.plan, .done]) }
    text.link(after: "占年度计划", before: "%", to: compared)
    text.link(after: "并已报数的", before: "项", to: compared)
    text.link(after: "年度计划", before: "%", to: compared)
    text.link(
      after: "未报完成投资的", before: "项",
      to: projects {
        $0.having.insert(.plan)
        $0.missing.insert(.done)
      })
  }

  /// Counts of lights, milestones and problems. Zeros stay, greyed out.
  var strip: [View] {
    let rule = catalogue.lightRule
    func light(_ light: LightRule.Light, _ label: String) -> View {
      count(label, overview.lights[light] ?? 0, light, projects { $0.lights = [light] })
    }
    return [
      light(.serious, rule.word(.serious)), light(.lagging, rule.word(.lagging)),
      count(
        "逾期节点", overview.overdueMilestones, .serious,
        Address("milestones", query: conditions + ["show": "overdue"])),
      count(
        "未办结问题", overview.openProblems, .lagging, Address("problems", query: conditions)),
      light(
        .unreported, "\(overview.edition.month.map { "\($0) 月" } ?? "")" + rule.word(.unreported)),
      light(.normal, rule.word(.normal)),
    ] + waiting
  }

  /// 待核: the pending rows of all projects; empty with a filter, and for an earlier day, when they are unknown.
  private var waiting: [View] {
    let filter = overview.edition.filter
    guard filter.asOf == nil, filter == filter.onlyTime else { return [] }
    return [
      count(
        "待核", overview.edition.held?.rows ?? 0, .lagging,
        Address("queue", query: ["kind": "row"]))
    ]
  }

  private func count(
    _ label: String, _ number: Int, _ light: LightRule.Light, _ address: Address
  ) -> View {
    View([
      "label": label, "number": number, "href": address, "isZero": number == 0,
      "isSerious": light == .serious && number > 0, "isLagging": light == .lagging && number > 0,
    ])
  }
}

extension Entry.Counts {
  /// The number of projects that the entry changed.
  fileprivate var altered: Int { created + updated + removed }
}
