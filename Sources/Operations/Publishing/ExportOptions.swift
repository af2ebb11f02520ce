package import Ledger
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

  /// Reads two months of a year, `2026-03,2026-06`; throws `malformedMonths`.
  package static func months(_ text: String) throws -> (first: Period, last: Period) {
    let months = text.split(whereSeparator: { ",，、".contains($0) })
      .map { Period($0.trimmingPrefix(while: \.isWhitespace)) }
    guard months.count == 2, let first = months[0], let last = months[1], first.isMonth,
      last.isMonth, first.year == last.year, first.lastMonth < last.lastMonth
    else { throw OperationError.malformedMonths(text) }
    return (first, last)
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
