package import Ledger
import Wording

/// How a book is made.
package struct ExportOptions: Sendable {
  package var question: QuestionOptions
  /// What a brief of changes begins with; nil for none.
  package var since: Beginning?
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
