package import Foundation
package import Ledger
package import Storage
package import Wording

/// The state of the ledger that a book is about: the filter, the revision and its time.
package struct BookEdition: Sendable {
  package let catalogue: Catalogue
  package let filter: ProjectFilter
  /// The ledger's revision, and the time of its last entry, which is the book's date.
  package let revision: Int64
  package let recordedAt: Date
  /// The hash of the ledger's last entry.
  package let entryHash: String
  /// Whether any of the entries came from a sample list.
  package let holdsSamples: Bool
  /// The year of the plans and the sums done.
  package let year: Int
  /// The month that lights are measured against: the one asked for, else the latest that any project of the ledger
  /// reaches, in the book or not; nil if no list stated any.
  package let month: Int?
  /// How many projects say what is done in the year and not up to which month: they count where no month is asked
  /// for, and every heading that names a month says so.
  package var undated = 0
  /// The latest month that a list of the year states, where no figure tells one.
  package var stated: Int?
  /// The rows of lists that wait for a person; nil where none does.
  package var held: HeldSum?
  /// The day of the ledger's first entry, if the book is about an earlier day.
  package var begun: PartialDate?
  /// What was decided about places on registers after the month asked for.
  package var later = LaterDecisions()
  /// The options for making the book.
  package var making = BookMaking()
  /// The part of the ledger that the book's reader may see.
  package var sight = Sight.everything
  /// Whether the reader does not see all projects: then the book does not claim to cover the city.
  package var isPartial: Bool { !sight.reach.isEverything }

  package init(
    catalogue: Catalogue, filter: ProjectFilter, revision: Int64, recordedAt: Date,
    entryHash: String, holdsSamples: Bool, year: Int, month: Int?
  ) {
    self.catalogue = catalogue
    self.filter = filter
    self.revision = revision
    self.recordedAt = recordedAt
    self.entryHash = entryHash
    self.holdsSamples = holdsSamples
    self.year = year
    self.month = month
    stages = StageOrder(catalogue)
    untold = catalogue.sensitiveFields
  }

  /// Fields of which a book tells nothing, whoever makes it.
  let untold: Set<Field>

  /// The order of the catalogue's stages.
  let stages: StageOrder

  /// The lines above the first title: 密级, 附件1.
  var marks: [String] {
    [making.imprint.secrecy.map { "密级：\($0)" }, making.annex].compactMap { $0 }
  }

  /// All that was asked to be stated of the book itself, for a text that goes with it.
  package var statements: [String] {
    marks + [making.imprint.pageMark, making.imprint.maker.map { "制表单位：\($0)" }].compactMap { $0 }
  }

  /// The last day `yyyymmdd` of the month that was asked for: what happened later does not count. Nil where
  /// the book is about the present.
  var through: Int? {
    filter.month.map { PlannedWorks.end(ofMonth: Int($0.lastMonth), year: Int($0.year)) }
  }

  /// The day on which milestones are judged, never the wall clock's: the one asked for, else that of the ledger's last
  /// entry; or the end of the month asked for, if that is earlier.
  package var day: PartialDate? { filter.day(recordedAt: recordedAt) }

  /// The same edition for another month.
  func through(_ month: Period) -> BookEdition {
    var choice = filter
    choice.month = month
    var edition = BookEdition(
      catalogue: catalogue, filter: choice, revision: revision, recordedAt: recordedAt,
      entryHash: entryHash, holdsSamples: holdsSamples, year: Int(month.year),
      month: Int(month.lastMonth))
    edition.later = later
    edition.making = making
    edition.stated = stated
    edition.begun = begun
    edition.sight = sight
    return edition
  }

  /// The figures of one project.
  package func figures(of project: StoredProject) -> ProjectFigures {
    guard let through else { return ProjectFigures(project, year: year, month: nil) }
    return ProjectFigures(
      project, year: year, month: month, stage: .some(stages.stage(of: project.record, by: through))
    )
  }

  /// A project as it was at the end of the month asked for, as far as the ledger knows when what came later happened.
  package func asOfMonth(_ project: StoredProject) -> StoredProject {
    filter.month.map { project.asOf($0, without: later) } ?? project
  }

  /// Whether the book is about all projects of the city: only then are they measured against the city's targets.
  package var isOfAll: Bool { !isPartial && filter.onlyChoice.isEmpty }

  /// What the note row says on the left.
  var note: String {
    let date = month.map { "截至\(year)年\($0)月底" + undatedWords } ?? "\(year)年，\(monthless)"
    return (making.imprint.maker.map { "制表单位：\($0)　　" } ?? "") + date
      + (making.imprint.pageMark.map { "  · \($0)" } ?? "") + (holdsSamples ? "  · 含示例数据" : "")
  }

  /// ，另有3项未注明截至月份.
  private var undatedWords: String { undated > 0 ? "，另有\(undated)项未注明截至月份" : "" }

  /// Why figures are of no month.
  package var monthless: String {
    stated.map { "清单最新截至\($0)月，没有能按月计的完成投资" } ?? "各清单未注明截至月份"
  }

  /// What a rate of several projects compares, and how many it leaves out.
  func rateCaption(_ sums: FigureSums) -> String {
    "合计的完成率为有年度计划并已报完成投资的\(sums.reporting)项的完成投资与其年度计划之比"
      + (sums.unreported == 0 ? "" : "；有年度计划而未报完成投资的\(sums.unreported)项不计入完成率")
  }

  /// What a book of a month asked for knows only of the present.
  package var monthCaptions: [String] {
    guard through != nil, let month else { return [] }
    let decided =
      catalogue.candidateRule.map { "、\(catalogue.name(of: .register, $0.register))认定" } ?? ""
    return [
      "阶段按签约、开工、投产时间算到\(month)月底，没有时间的为台账现在的阶段，当时的阶段不明的列入未填阶段；"
        + "节点、问题清单\(decided)、任务环节为\(month)月底的情况；"
        + "形象进度为\(month)月所报，当月没有报的为此前最近所报并注明月份；"
        + "列入的项目和状态、单位、总投资、年度计划、存在问题没有时间，为台账现在的内容；"
        + "只报了全年数、没有注明截至月份的完成投资不计入"
    ]
  }

  /// The label of the column of the year's plan, in two lines.
  package var planLabel: String { "\(year)年\n计划投资" }

  /// The label of the column of sums done in the year, in two lines.
  package var doneLabel: String {
    guard let month, undated == 0 else { return "\(year)年累计\n完成投资" }
    return (month == 1 ? "\(year)年1月" : "\(year)年1-\(month)月") + "\n完成投资"
  }

  /// Whether what projects have done does not reach one month, that of the book: then each tells its own.
  package func reachesDiffer(_ figures: [ProjectFigures]) -> Bool {
    month != nil && figures.contains { $0.done != nil && $0.reach != month }
  }

  /// The label of that column, where the months that the sums reach differ or not.
  package func doneLabel(reachesDiffer: Bool) -> String {
    reachesDiffer ? "\(year)年累计\n完成投资" : doneLabel
  }

  /// The labels of the columns of the year's funds and of sums done before the year.
  package var fundsLabel: String { "\(year)年到位资金" }
  package var beforeLabel: String { "截至\(year - 1)年底累计完成投资" }

  /// How projects are chosen and counted, in words.
  package var scope: String {
    ScopeWords.sentence(filter, catalogue, isPartial: isPartial)
  }

  /// How projects are chosen and counted, up to when, and at which revision of the ledger.
  var basis: String {
    if let begun { return "\(scope)；\(YearWords.before(begun))" }
    // The scope states the month itself if one was asked for.
    if filter.month != nil { return "\(scope)；台账第\(revision)版" }
    let date =
      month.map { "数据截至\(year)年\($0)月底" + undatedWords } ?? "\(year)年数据，\(monthless)"
    return "\(scope)；\(date)；台账第\(revision)版"
  }
}

/// The data of a book: an edition with its projects.
package struct BookSource: Sendable {
  package let edition: BookEdition
  package let projects: [StoredProject]
  /// Why projects are on the register that a person decides about; empty in books that do not state it.
  package var grounds: [ProjectID: RegisterReason] = [:]
  /// 形象进度 month by month; nil if no month was asked for.
  package var progress: ProgressByMonth?

  package init(_ edition: BookEdition, projects: [StoredProject]) {
    self.edition = edition
    self.projects = edition.filter.month == nil ? projects : projects.map(edition.asOfMonth)
  }

  var catalogue: Catalogue { edition.catalogue }
  var filter: ProjectFilter { edition.filter }
  var revision: Int64 { edition.revision }
  var year: Int { edition.year }
  var month: Int? { edition.month }
  var day: PartialDate? { edition.day }
  var note: String { edition.note }
  /// The chain, area or unit of the book, if the filter chooses just one.
  var subject: BookSubject? { BookSubject(filter, catalogue) }

  /// The title of a book or table, which names the one chain, area or unit that it is about, and says where it is
  /// about some of these projects alone.
  func title(_ title: String) -> String {
    var others = filter.onlyChoice
    if subject != nil {
      (others.chains, others.districts, others.zones, others.units) = ([], [], [], [])
    }
    return (subject?.title(title) ?? title) + (others.isEmpty ? "" : "（所选项目）")
  }
  var scope: String { edition.scope }

  /// The projects' figures, in the order of the source.
  var figures: [ProjectFigures] { projects.map(edition.figures) }

  /// What a project says in a field; nil where a book does not tell it.
  func text(_ field: Field, of record: Record) -> String? {
    edition.untold.contains(field) ? nil : record.text(field)
  }

  /// 3月: what a project's sum reaches.
  func reach(of project: ProjectFigures) -> String? {
    project.done == nil ? nil : project.reach.map { "\($0)月" } ?? "未注明"
  }

  /// Name of a place: the zone first, 按属地.
  func place(of record: Record) -> String {
    if let zone = record.reference(.zone) { return catalogue.name(of: .zone, zone) }
    return record.reference(.district).map { catalogue.name(of: .district, $0) } ?? ""
  }

  /// The names of the lead units, the primary one first.
  func leads(of record: Record) -> String {
    record.references(.leadUnits).map { catalogue.name(of: .unit, $0) }.joined(separator: "、")
  }

  /// 建设（暂停）: the stage, with the condition if it is not 正常.
  func stage(of project: ProjectFigures) -> String? {
    let stage = project.stage.map { catalogue.name(of: .stage, $0) }
    let condition = project.record.reference(.condition)
      .map { catalogue.name(of: .condition, $0) }
    guard let condition, condition != "正常" else { return stage }
    return (stage ?? "") + "（\(condition)）"
  }
}
