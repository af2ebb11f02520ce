import Ledger
package import SpreadsheetWriting
import Wording

/// 一页纸: the sentence, what needs a decision and the chains, for a leader, together with the books.
///
/// A text document, because such papers are edited in a word processor before they are sent.
package struct CoveringBrief {
  package static let title = "重大项目推进情况简报"

  private let book: LeadersBook
  private var edition: BookEdition { book.source.edition }

  package init(_ book: LeadersBook) { self.book = book }

  /// The document, one page long with the shipped chains.
  package var document: TextDocument {
    let title = book.heading(Self.title)
    var document = TextDocument(title: title, author: "台账", created: edition.recordedAt)
    document.blocks = edition.marks.map { .paragraph($0, .mark) }
    document.blocks += [.paragraph(title, .title), .paragraph(edition.note, .note)]
    document.blocks.append(.paragraph(book.sentence, .body))
    if let changes = book.changes { document.blocks.append(.paragraph(changes, .body)) }
    document.blocks += decisions + chains
    if let signature = edition.making.imprint.signature {
      document.blocks.append(.paragraph(signature, .right))
    }
    document.blocks.append(
      .paragraph(
        "口径：\(([edition.basis] + edition.monthCaptions).joined(separator: "；").withoutSpacesAtDigits)。\(LightCell.caption(book.rule, edition).withoutSpacesAtDigits)。",
        .small))
    return document
  }

  private typealias Table = TextDocument.Table

  /// The number of table lines on one page, and the number of digit widths in a line of the sentence and of the columns
  /// of names and reasons.
  private static let lines = 28
  private static let lineOfSentence = 56
  private static let lineOfTable = 26

  /// The number of projects to be decided that fit on the page beside the sentences and the chains, at least two.
  private func count(fitting all: [LeadersBook.Decision]) -> Int {
    let sentences = [book.sentence, book.changes].compactMap { $0 }
    let taken = sentences.reduce(0) {
      $0 + ColumnWidth.lines("　　" + $1, inWidth: Double(Self.lineOfSentence))
    }
    let imprint = edition.marks.count + (edition.making.imprint.signature == nil ? 0 : 2)
    var room =
      Self.lines - taken - imprint - (book.groups.count < 2 ? 0 : book.groups.count)
    var count = 0
    for decision in all.prefix(10) {
      room -=
        [decision.project.name, decision.why].map {
          ColumnWidth.lines($0, inWidth: Double(Self.lineOfTable))
        }.max() ?? 1
      guard count < 2 || room >= 0 else { break }
      count += 1
    }
    return count
  }

  private var decisions: [TextDocument.Block] {
    let all = book.decisions
    if all.isEmpty { return [] }
    let shown = all.prefix(count(fitting: all))
    let rows = shown.map { decision in
      let project = decision.project
      return [
        project.name, yi(project.total), book.light(project).map { book.rule.word($0.light) } ?? "",
        book.source.leads(of: project.record), decision.why,
      ]
    }
    return [
      .paragraph(book.heading(of: all, shown: shown.count), .heading),
      .table(
        Table(
          [
            .init("项目名称", share: 30, .left), .init("总投资\n（亿元）", share: 10, .right),
            .init("进度灯", share: 10, .center), .init("牵头单位", share: 17, .center),
            .init("主要问题", share: 33, .left),
          ], rows: Array(rows), hasTotal: false, header: .tableHeader, body: .tableBody)),
    ]
  }

  private var chains: [TextDocument.Block] {
    let groups = book.groups
    if groups.count < 2 { return [] }
    let rows = groups.map { row($0.name, $0.projects) } + [row("合计", book.figures)]
    return [
      .paragraph("各产业链情况（金额单位：亿元）", .heading),
      .table(
        Table(
          [
            .init("产业链", share: 30, .left), .init("项数", share: 9, .center),
            .init("总投资", share: 14, .right), .init("\(edition.year)年计划", share: 14, .right),
            .init("本年累计完成", share: 14, .right), .init("完成率", share: 10, .right),
            .init(book.rule.word(.serious) + "项数", share: 12, .center),
          ], rows: rows, hasTotal: true, header: .tableHeader, body: .tableBody)),
    ]
  }

  private func row(_ name: String, _ projects: [ProjectFigures]) -> [String] {
    let sums = FigureSums(projects)
    let serious = projects.count { book.light($0)?.light == .serious }
    return [
      name, String(sums.count), yi(sums.total), yi(sums.plan), yi(sums.done),
      sums.rate.map(FigureWords.percent) ?? "", serious == 0 ? "" : String(serious),
    ]
  }

  /// The sum in 亿元; unknown is blank, not zero.
  private func yi(_ sum: Money?) -> String {
    sum.map { $0.fixed(in: .yiYuan, places: 2).groupedByThousands } ?? ""
  }
}
