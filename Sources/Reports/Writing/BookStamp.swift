package import Ledger
package import Spreadsheet
import SpreadsheetWriting

/// The options of a book besides its filter, which are needed to generate it again.
package struct BookMaking: Hashable, Sendable {
  /// 附件1, above the title of the first sheet; only when asked for.
  package var annex: String?
  /// The revision that a brief of changes starts from; nil without one.
  package var since: Int64?
  /// The month that a brief compares the filter's month with; nil if it compares days.
  package var firstMonth: Period?
  /// The code of the unit that a 单位核对表 is for, empty for projects without one; nil for other books.
  package var unit: String?
  /// Whether contacts and telephones are included.
  package var withPersonalData = false
  /// The paper asked for; nil chooses by the widest sheet.
  package var paper: ReportSheet.Paper?
  /// The imprint.
  package var imprint = Imprint()

  package init(
    annex: String? = nil, since: Int64? = nil, firstMonth: Period? = nil, unit: String? = nil,
    withPersonalData: Bool = false
  ) {
    self.annex = annex
    self.since = since
    self.firstMonth = firstMonth
    self.unit = unit
    self.withPersonalData = withPersonalData
  }
}

/// A book file's record of how it was made, by which a copy can be compared with the ledger later.
package struct BookStamp: Hashable, Sendable {
  /// The book's identifier, such as `leaders`.
  package let book: String
  package let revision: Int64
  /// The hash of the ledger's last entry.
  package let entryHash: String
  /// The filter as `ProjectFilter.queryText` writes it; empty for all projects.
  package let filter: String
  /// The year of the figures, and the month they reach; nil if the file states none.
  package let year: Int?
  package let month: Int?
  /// How many projects do not say up to which month their figures are; 0 where the file says nothing of it.
  package let undated: Int
  /// What else the book was made with.
  package let making: BookMaking
  /// The number of the arrangement of books; nil in a file from before these numbers.
  package let layout: Int?
  /// The checksum of the cells, in hexadecimal; nil if the file has none.
  package let checksum: String?
  /// The part of the ledger that the reader of the book may see.
  package let sight: Sight
  /// Whether the record is complete and valid; otherwise the book is not generated again.
  package let isReadable: Bool

  private enum Name {
    static let book = "报表"
    static let revision = "台账版次"
    static let entryHash = "凭证校验"
    static let filter = "筛选"
    static let month = "数据月份"
    static let undated = "未注明月份"
    static let layout = "版式"
    static let annex = "附件"
    static let since = "比较起点"
    static let firstMonth = "比较月份"
    static let unit = "单位"
    static let personalData = "联系方式"
    static let paper = "纸张"
    static let secrecy = "密级"
    static let sight = "可见范围"
    static let draft = "草稿"
    static let maker = "制表单位"
    static let reviewer = "审核"
    static let yes = "是"
    static let checksum = "内容校验"
    static let all = "全部"
    static let none = "未明确"
  }

  /// The arrangement of books that this program writes. To be raised with every change of how any book is
  /// laid out: an older book can then be told from an altered one.
  package static let currentLayout = 8

  init(book: String, _ edition: BookEdition) {
    self.book = book
    revision = edition.revision
    entryHash = edition.entryHash
    filter = edition.filter.queryText
    year = edition.year
    month = edition.month
    undated = edition.undated
    making = edition.making
    sight = edition.sight
    layout = Self.currentLayout
    checksum = nil
    isReadable = true
  }

  /// Reads the record of a workbook; nil if it is not a book of a ledger.
  package init?(_ workbook: Workbook) {
    let properties = workbook.properties
    guard let book = properties[Name.book],
      let revision = properties[Name.revision].flatMap({ Int64($0) }),
      let filter = Self.whole(Name.filter, properties)
    else { return nil }
    self.book = book
    self.revision = revision
    self.filter = filter == Name.all ? "" : filter
    entryHash = properties[Name.entryHash] ?? ""
    let period = Self.period(properties[Name.month] ?? "")
    (year, month) = (period?.year, period?.month)
    undated = properties[Name.undated].flatMap { Int($0) } ?? 0
    let since = properties[Name.since].map { Int64($0) }
    let sight = Sight(text: Self.whole(Name.sight, properties) ?? "")
    self.sight = sight ?? .everything
    isReadable =
      sight != nil && period != nil
      && since.map { $0.map((0...max(0, revision)).contains) ?? false } ?? true
    layout = properties[Name.layout].flatMap { Int($0) }
    checksum = properties[Name.checksum]
    var making = BookMaking(
      annex: Self.whole(Name.annex, properties),
      since: since ?? nil,
      firstMonth: properties[Name.firstMonth].flatMap { Period($0) },
      unit: properties[Name.unit].map { $0 == Name.none ? "" : $0 },
      withPersonalData: properties[Name.personalData] != nil)
    making.paper = properties[Name.paper].flatMap { ReportSheet.Paper(rawValue: $0) }
    making.imprint.secrecy = Self.whole(Name.secrecy, properties)
    making.imprint.isDraft = properties[Name.draft] != nil
    making.imprint.maker = Self.whole(Name.maker, properties)
    making.imprint.reviewer = Self.whole(Name.reviewer, properties).map {
      $0 == Name.none ? "" : $0
    }
    self.making = making
  }

  var properties: [WorkbookProperties.CustomProperty] {
    [
      .init(name: Name.book, value: book),
      .init(name: Name.revision, value: String(revision)),
      .init(name: Name.entryHash, value: entryHash),
      .init(name: Name.month, value: period), .init(name: Name.layout, value: String(layout ?? 0)),
    ] + Self.parts(Name.filter, filter.isEmpty ? Name.all : filter)
      + Self.parts(Name.sight, sight.text)
      + Self.parts(Name.annex, making.annex ?? "")
      + Self.parts(Name.secrecy, making.imprint.secrecy ?? "")
      + Self.parts(Name.maker, making.imprint.maker ?? "")
      + Self.parts(
        Name.reviewer, making.imprint.reviewer.map { $0.isEmpty ? Name.none : $0 } ?? "")
      + [
        (Name.since, making.since.map { String($0) }),
        (Name.undated, undated > 0 ? String(undated) : nil),
        (Name.firstMonth, making.firstMonth?.text),
        (Name.unit, making.unit.map { $0.isEmpty ? Name.none : $0 }),
        (Name.personalData, making.withPersonalData ? Name.yes : nil),
        (Name.paper, making.paper?.rawValue), (Name.draft, making.imprint.isDraft ? Name.yes : nil),
      ].compactMap { name, value in value.map { .init(name: name, value: $0) } }
  }

  /// Parses the text written by `period`; nil if it is not a valid year or month.
  private static func period(_ text: String) -> (year: Int?, month: Int?)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch parts.count {
    case _ where text.isEmpty: return (nil, nil)
    case 1...2:
      guard let year = parts[0], (1900..<2200).contains(year) else { return nil }
      guard parts.count == 2 else { return (year, nil) }
      return parts[1].flatMap { (1...12).contains($0) ? (year, $0) : nil }
    default: return nil
    }
  }

  private var period: String {
    guard let year else { return "" }
    return month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? String(year)
  }

  /// A property holds 255 bytes: longer values continue in 筛选2, 筛选3 and so on.
  private static func parts(
    _ name: String, _ value: String
  ) -> [WorkbookProperties.CustomProperty] {
    var parts: [String] = value.isEmpty ? [] : [""]
    for character in value {
      if parts[parts.count - 1].utf8.count + character.utf8.count > 240 { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    return parts.enumerated().map { index, part in
      .init(name: index == 0 ? name : "\(name)\(index + 1)", value: part)
    }
  }

  private static func whole(_ name: String, _ properties: [String: String]) -> String? {
    guard var value = properties[name] else { return nil }
    var number = 2
    while let part = properties["\(name)\(number)"] {
      value += part
      number += 1
    }
    return value
  }

  static func checksum(_ digest: ContentDigest) -> WorkbookProperties.CustomProperty {
    .init(name: Name.checksum, value: digest.text)
  }
}
