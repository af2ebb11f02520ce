package import Intake
package import Ledger
import Wording

/// The result of parsing a typed text.
package enum TypedReading: Hashable, Sendable {
  case value(Value)
  /// The text is not readable; the reason in words.
  case fault(String)
}

extension LedgerOperations {
  /// The value of a text for a field, parsed like a cell of a list; nothing is written.
  package func reading(of text: String, for key: FieldKey) throws -> TypedReading {
    try reading { _, catalogue in
      do {
        let reading = try read([Assignment(field: key.text, text: text)], catalogue)
        if let value = reading.values.first?.value { return .value(value) }
        return .fault(InterchangeWords.nothingRead)
      } catch OperationError.rejectedValues(let findings) {
        let words = FindingGroup.groups(of: findings).map { $0.sentence(catalogue) }
        return .fault(words.first ?? InterchangeWords.nothingRead)
      } catch let error as OperationError {
        return .fault(ErrorWording(error).sentence)
      }
    }
  }
}
