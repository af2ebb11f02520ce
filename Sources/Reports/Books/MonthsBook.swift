package import Ledger

/// 变化简报 of two months: what projects reported for each, whenever it was recorded.
///
/// Both sides use the ledger of one revision, up to each month.
package struct MonthsBook: Sendable {
  private let source: BookSource
  private let pairs: [Pair]
  private let first: Int
  private let last: Int

  /// A project's figures as of each month.
  private struct Pair {
    let before: ProjectFigures
    let after: ProjectFigures
    let progressBefore: String?
    let progressAfter: String?
    /// Whether the progress text differs; a text of an earlier month that is repeated does not count.
    let hasOtherWords: Bool
    /// 签约、开工、竣工、投产 in between.
    let acts: [String]

    /// The sum done in between, if it is known for both months.
    var done: Money? {
      guard let first = before.done, let last = after.done else { return nil }
      return Money(fen: last.fen - first.fen)
    }

    /// Whether anything was reported for the months in between.
    var isMoved: Bool {
      before.done != after.done || before.reach != after.reach || hasOtherWords
        || before.funds != after.funds || !acts.isEmpty
    }
  }

  /// Nil unless the source's filter asks for a later month of the same year.
  package init?(_ source: BookSource, from first: Period) {
    guard let month = source.filter.month, month.year == first.year,
      first.lastMonth < month.lastMonth
    else { return nil }
    self.source = source
    (self.first, last) = (Int(first.lastMonth), Int(month.lastMonth))
    var earlier = BookSource(source.edition.through(first), projects: source.projects)
    earlier.progress = source.progress
    let (from, to) = (self.first, last)
    pairs = zip(earlier.figures, source.figures).map { [earlier] before, after in
      Pair(
        before: before, after: after, progressBefore: earlier.progress(of: before),
        progressAfter: source.progress(of: after),
        hasOtherWords: source.progress.map { progress in
          progress.words(of: before.id, before.record, for: first)
            != progress.words(of: after.id, after.record, for: month)
        } ?? false,
        acts: Self.acts(of: after.record, in: source.year, behind: from, through: to))
    }
  }

  package var sheets: [ReportSheet] { [overview, projects] }

  private var title: String { "\(source.year)年\(ChangesBook.title)（\(first)月与\(last)月）" }

  private var span: String {
    "按所报数据的月份比较：截至\(source.year)年\(first)月底与\(last)月底"
  }

  private var overview: ReportSheet {
    ComparedFigure.table("\(first)月底", "\(last)月底").sheet(
      .init(name: "总体", title: title, words: [sentence], unit: "项、亿元"), source.edition,
      rows: lines,
      captions: [
        "两列都按同一版台账计算，各算到当月所报的数；与按记账日期比较的变化简报不同",
        "签约、开工、竣工、投产按填报的时间统计，没有填时间的项目不计，各项目都没有填的不列",
      ])
  }

  private var sentence: String {
    let moved = pairs.count(where: \.isMoved)
    let both = both
    let done =
      both.isEmpty
      ? ""
      : "，两个月都报数的\(both.count)项本年累计完成投资由\(words(FigureSums(both.map(\.before)).done))"
        + "到\(words(FigureSums(both.map(\.after)).done))"
    let late = pairs.count { $0.before.done == nil && $0.after.done != nil }
    return "\(span)，\(pairs.count)项中\(moved)项有新的数据\(done)"
      + (late == 0 ? "。" : "，\(late)项\(first)月以后才报。")
  }

  /// The projects with a sum done for both months: only these can be compared.
  private var both: [Pair] { pairs.filter { $0.done != nil } }

  private func words(_ sum: Money?) -> String {
    sum.map { $0.fixed(in: .yiYuan, places: 2) + "亿元" } ?? ""
  }

  private var lines: [ComparedFigure] {
    let (before, after) = (pairs.map(\.before), pairs.map(\.after))
    let (first, last) = (FigureSums(before), FigureSums(after))
    func funds(_ figures: [ProjectFigures]) -> Money? {
      let sums = figures.compactMap(\.funds)
      return sums.isEmpty ? nil : sums.reduce(.zero) { $0.adding($1) ?? $0 }
    }
    // What no project has a date of is unknown, and no zero.
    func dated(_ field: Field, _ word: String) -> ComparedFigure? {
      guard after.contains(where: { $0.record[field] != nil }) else { return nil }
      func count(_ month: Int) -> Int {
        after.count { figures in
          figures.record.month(of: field, in: source.year).map { $0 <= month } ?? false
        }
      }
      return .count("本年已\(word)的项目（按\(word)时间）", count(self.first), count(self.last))
    }
    return [
      .count(
        "报到当月的项目", before.count { $0.reach == self.first },
        after.count { $0.reach == self.last }),
      .yi(
        "两个月都报数的项目本年累计完成", FigureSums(both.map(\.before)).done, FigureSums(both.map(\.after)).done),
      .yi("全部项目本年累计完成", first.done, last.done), .yi("到位资金", funds(before), funds(after)),
    ] + Self.acts.compactMap { dated($0.field, $0.word) }
  }

  private var projects: ReportSheet {
    let moved = pairs.filter(\.isMoved)
    // Empty columns are left out.
    let told: [(ReportTable<Pair>.Column, Bool)] = [
      (
        .text("\(first)月形象进度", 14...26) { $0.progressBefore },
        moved.contains { $0.progressBefore != nil }
      ),
      (
        .text("\(last)月形象进度", 14...26) { $0.progressAfter },
        moved.contains { $0.progressAfter != nil }
      ),
      (
        .centred("其间", 8...16) { $0.acts.joined(separator: "、") },
        moved.contains { !$0.acts.isEmpty }
      ),
    ]
    return ReportTable<Pair>(
      columns: [
        .text("项目名称", 24...36) { $0.after.name },
        .centred("产业链", 10...22) { pair in
          pair.after.chain.map { source.catalogue.name(of: .chain, $0) }
        },
        .centred("牵头单位", 12...20) { source.leads(of: $0.after.record) },
        .wan("\(first)月底\n本年累计完成") { $0.before.done }, .wan("\(last)月底\n本年累计完成") { $0.after.done },
        .wan("其间完成") { $0.done },
        .centred("数据截至", 8...10) { $0.after.reach.map { "\($0)月" } },
      ] + told.filter(\.1).map(\.0)
    ).sheet(
      .init(name: "各项目", title: title, unit: "万元", nothing: "两个月之间没有新的数据"),
      source.edition, rows: moved,
      captions: [
        span, "其间完成只算两个月都报了本年累计完成的项目", "\(pairs.count { !$0.isMoved })项在这两个月之间没有报新的数据，不列",
        "其间指\(first + 1 == last ? "" : "\(first + 1)月至")\(last)月签约、开工、竣工、投产的",
      ])
  }

  /// Events that happen once to a project, with the field that dates them.
  private static let acts: [(field: Field, word: String)] = [
    (.signDate, "签约"), (.startActual, "开工"), (.finishActual, "竣工"), (.productionDate, "投产"),
  ]

  private static func acts(
    of record: Record, in year: Int, behind first: Int, through last: Int
  ) -> [String] {
    acts.compactMap { field, word in
      record.month(of: field, in: year).flatMap { first < $0 && $0 <= last ? word : nil }
    }
  }
}

extension Record {
  /// The month of a date in a year; nil if it is in another year, or less precise than a month.
  fileprivate func month(of field: Field, in year: Int) -> Int? {
    guard case .date(let date) = self[field], date.year == year else { return nil }
    let (first, last) = (date.firstDay / 100 % 100, date.lastDay / 100 % 100)
    return first == last ? first : nil
  }
}
