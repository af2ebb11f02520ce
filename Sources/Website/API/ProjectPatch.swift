import Intake
import Ledger
import Operations
import Wording

/// The values of a project in a JSON merge patch (RFC 7396): null clears, absent members stay. Values are parsed by the
/// rules for cells of a list.
struct ProjectPatch {
  let assignments: [Assignment]

  /// `record` holds the current values: null for a series clears each of them. Throws `unknownFields`.
  init(_ document: JSON, record: Record?) throws {
    var assignments: [Assignment] = []
    var unknown: [String] = []
    for (name, value) in document.members {
      guard let field = Field(id: name), FieldSchemas.isWritten(field) else {
        unknown.append(name)
        continue
      }
      guard field.kind.hasParts else {
        assignments.append(Assignment(field: name, text: Self.text(value)))
        continue
      }
      if case .null = value {
        assignments += (record?.entries(of: field) ?? []).map {
          Assignment(field: $0.key.text, text: "")
        }
      }
      for (part, value) in value.members {
        guard let period = Period(part) else {
          unknown.append("\(name).\(part)")
          continue
        }
        assignments.append(
          Assignment(field: FieldKey(field, period).text, text: Self.text(value)))
      }
    }
    if !unknown.isEmpty { throw OperationError.unknownFields(unknown) }
    self.assignments = assignments
  }

  /// Returns the value as the text of a cell.
  private static func text(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .decimal(let digits): digits
    case .bool(let flag): flag ? "是" : "否"
    case .array(let items): items.map(text).joined(separator: "、")
    case .null, .object, .time: ""
    }
  }
}
