import Intake
import Ledger
import Operations
import Wording

/// The values of a project as a program sends them (RFC 7396): null clears, and what is not named stays. They are read
/// by the rules of a list's cells.
struct ProjectPatch {
  let assignments: [Assignment]

  /// `record` is what stands: a series that is cleared as a whole loses each of its values. Throws `unknownFields`.
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

  /// What a cell would say.
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
