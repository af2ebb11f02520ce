/// The values of a project by which it is found.
package struct SearchedValues: Sendable {
  private(set) var name: String?
  private(set) var otherNames: [String] = []
  private(set) var code: String?
  private(set) var localNumber: String?
  private(set) var owner: String?
  private(set) var investor: String?
  private(set) var district: String?
  private(set) var zone: String?

  package init() {}

  package init(_ record: Record) {
    for entry in record.entries { take(entry.value, of: entry.key.field) }
  }

  /// Takes a value of the project, if it is one of these.
  package mutating func take(_ value: Value, of field: Field) {
    switch (field, value) {
    case (.name, .text(let text)): name = text
    case (.otherNames, .list(let texts)): otherNames = texts
    case (.code, .text(let text)): code = text
    case (.localNumber, .text(let text)): localNumber = text
    case (.owner, .text(let text)): owner = text
    case (.investor, .text(let text)): investor = text
    case (.district, .reference(let item)): district = item
    case (.zone, .reference(let item)): zone = item
    default: break
    }
  }
}
