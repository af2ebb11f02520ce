package import Intake
package import Ledger
import Wording

/// What is read out of a text that somebody types.
package enum TypedReading: Hashable, Sendable {
  case value(Value)
  /// Nothing can be made of it; why, in words.
  case fault(String)
}

extension LedgerOperations {
  /// What a text would be taken for in a field of a project, as a cell of a list would be; nothing is written.
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
