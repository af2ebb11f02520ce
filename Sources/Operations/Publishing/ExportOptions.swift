package import Ledger
package import Reports
import Wording

/// The options for creating a book.
package struct ExportOptions: Sendable {
  package var question: QuestionOptions
  /// The start of a brief of changes; nil for none.
  package var since: Beginning?
  /// The two months that a brief compares, earlier first; nil if it compares days.
  package var months: (first: Period, last: Period)?
  /// Whether `raw` includes contacts and phone numbers.
  package var withPersonalData: Bool
  /// The line above the title, such as 附件1.
  package var annex: String?
  /// The file format; nil to derive it from the file name.
  package var format: FileFormat?

  /// The paper size of the whole book; nil to fit the widest sheet.
  package var paper: ReportSheet.Paper?
  /// The marks on the book: secrecy, draft, maker, reviewer.
  package var imprint = Imprint()

  /// Whether LibreOffice also writes a PDF beside the file.
  package var withPDF = false

  /// The start for counting changes.
  package enum Beginning: Hashable, Sendable {
    /// The ledger at the end of a day.
    case day(PartialDate)
    /// The last issue of the same book for the same projects.
    case last

    /// Parses `last` or a day; throws `malformedDay`.
    package init(_ text: String) throws {
      if text == "last" {
        self = .last
      } else if let day = PartialDate(text), case .day = day.precision {
        self = .day(day)
      } else {
        throw OperationError.malformedDay(text)
      }
    }
  }

  /// Sets the marks on the book: 密级, 草稿, 制表单位, 审核.
  package mutating func state(
    secrecy: String?, isDraft: Bool, maker: String?, reviewer: String?
  ) {
    imprint.secrecy = secrecy.flatMap { $0.isEmpty ? nil : $0 }
    imprint.isDraft = isDraft
    imprint.maker = maker.flatMap { $0.isEmpty ? nil : $0 }
    imprint.reviewer = reviewer
  }

  /// Parses two months of a year, `2026-03,2026-06`; throws `malformedMonths`.
  package static func months(_ text: String) throws -> (first: Period, last: Period) {
    let months = text.split(whereSeparator: { ",，、".contains($0) })
      .map { Period($0.trimmingPrefix(while: \.isWhitespace)) }
    guard months.count == 2, let first = months[0], let last = months[1], first.isMonth,
      last.isMonth, first.year == last.year, first.lastMonth < last.lastMonth
    else { throw OperationError.malformedMonths(text) }
    return (first, last)
  }

  /// Parses `A3` or `A4`; throws `malformedPaper`.
  package static func paper(_ text: String) throws -> ReportSheet.Paper {
    guard let paper = ReportSheet.Paper(rawValue: text.uppercased()) else {
      throw OperationError.malformedPaper(text)
    }
    return paper
  }

  package init(
    question: QuestionOptions, since: Beginning? = nil, withPersonalData: Bool = false,
    annex: String? = nil, format: FileFormat? = nil
  ) {
    self.question = question
    self.since = since
    self.withPersonalData = withPersonalData
    self.annex = annex
    self.format = format
  }

  /// What a book records of these options.
  var making: BookMaking {
    var making = BookMaking(
      annex: annex.flatMap { $0.isEmpty ? nil : $0 }, firstMonth: months?.first,
      withPersonalData: withPersonalData)
    making.paper = paper
    making.imprint = imprint
    return making
  }
}
