import Ledger
import Operations
import Wording

/// Shows below a field how the typed text would be parsed, by the rules for a list's cell; nothing is written.
enum ReadingPage {
  private static let longest = 2_000

  static func show(_ context: PageContext) throws -> WebResponse {
    let text = context.query["text"] ?? ""
    guard let key = context.query["field"].flatMap({ FieldKey($0) }), text.count <= longest else {
      throw Failure.malformed
    }
    return .json(
      try context.operations.reading(of: text, for: key).json(key, context.operations.catalogue()))
  }
}

extension TypedReading {
  fileprivate func json(_ key: FieldKey, _ catalogue: Catalogue) -> String {
    let (name, words) =
      switch self {
      case .value(.money(let money)): ("reading", Figures.wan(money) + " 万元")
      case .value(let value): ("reading", ValueWords.official(value, field: key.field, catalogue))
      case .fault(let words): ("fault", words)
      }
    return JSON.object([(name, .string(words))]).text
  }
}
