package import Ledger
package import Reports
import Wording

/// How a book is made.
package struct ExportOptions: Sendable {
  package var question: QuestionOptions
  /// What a brief of changes begins with; nil for none.
  package var since: Beginning?
  /// The months that a brief compares, the earlier first; nil where it compares days.
  package var months: (first: Period, last: Period)?
  /// Whether contacts and telephones are in `raw`.
  package var withPersonalData: Bool
  /// Written above the title, such as 附件1.
  package var annex: String?
  /// What the file is written as; nil to go by its name.
  package var format: FileFormat?

  /// The paper of the whole book; nil leaves it to the widest sheet.
  package var paper: ReportSheet.Paper?
  /// What the book states of itself.
  package var imprint = Imprint()

  /// Whether PDF is written beside the file, by LibreOffice.
  package var withPDF = false

  /// Where changes are counted from.
  package enum Beginning: Hashable, Sendable {
    /// The ledger as it stood at the end of a day.
    case day(PartialDate)
    /// The last issue of the same book about the same projects.
    case last

    /// Reads `last` or a day; throws `malformedDay`.
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

  /// What the book is to state of itself: 密级, 草稿, 制表单位, 审核.
  package mutating func state(
    secrecy: String?, isDraft: Bool, maker: String?, reviewer: String?
  ) {
    imprint.secrecy = secrecy.flatMap { $0.isEmpty ? nil : $0 }
    imprint.isDraft = isDraft
    imprint.maker = maker.flatMap { $0.isEmpty ? nil : $0 }
    imprint.reviewer = reviewer
  }

  /// Reads two months of a year, `2026-03,2026-06`; throws `malformedMonths`.
  package static func months(_ text: String) throws -> (first: Period, last: Period) {
    let months = text.split(whereSeparator: { ",，、".contains($0) })
      .map { Period($0.trimmingPrefix(while: \.isWhitespace)) }
    guard months.count == 2, let first = months[0], let last = months[1], first.isMonth,
      last.isMonth, first.year == last.year, first.lastMonth < last.lastMonth
    else { throw OperationError.malformedMonths(text) }
    return (first, last)
  }

  /// Reads `A3` or `A4`; throws `malformedPaper`.
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
}
