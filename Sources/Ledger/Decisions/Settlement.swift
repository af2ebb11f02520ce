/// A person's settlement of a value in a sender's list that differs from the ledger: a conflict, given the
/// sender's earlier value, or a difference between senders, given the current value. While both sides stay
/// the same, it is not raised again.
package struct Settlement: Hashable, Sendable {
  /// The value to keep.
  package enum Choice: Hashable, Sendable {
    /// The list's value.
    case list
    /// The ledger's value, set by hand.
    case hand
    /// Another value.
    case other(Value)
  }

  package let sender: String
  package let project: ProjectID
  package let key: FieldKey
  /// The sender's earlier value; nil if it had left a blank.
  package let base: Value?
  package let list: Value
  /// The current value from other senders; nil for a conflict with a person.
  package let standing: Value?
  package let choice: Choice
  /// The name of the list with the value.
  package let file: String

  package init(
    sender: String, project: ProjectID, key: FieldKey, base: Value?, list: Value,
    standing: Value? = nil, choice: Choice, file: String
  ) {
    self.standing = standing
    self.sender = sender
    self.project = project
    self.key = key
    self.base = base
    self.list = list
    self.choice = choice
    self.file = file
  }
}

extension Settlement {
  /// The subject of settlements among the decisions.
  package static let subject = "conflict"

  /// The code of the item: the last settlement of a value is current, earlier ones are its history.
  package static func code(sender: String, project: ProjectID, key: FieldKey) -> String {
    "\(subject)/\(sender)/\(project)/\(key.text)"
  }

  /// The catalogue item that stores it.
  package func item(position: Int) -> CatalogueItem {
    var members: [String: Attribute] = [
      "subject": .text(Self.subject), "sender": .text(sender), "file": .text(file),
      "project": .text(String(project)), "list": .text(list.canonical),
    ]
    members["base"] = base.map { .text($0.canonical) }
    members["standing"] = standing.map { .text($0.canonical) }
    switch choice {
    case .list: members["choice"] = .text("list")
    case .hand: members["choice"] = .text("hand")
    case .other(let value):
      members["choice"] = .text("value")
      members["value"] = .text(value.canonical)
    }
    return CatalogueItem(
      kind: .decision, code: Self.code(sender: sender, project: project, key: key),
      name: key.text, position: position, attributes: .map(members))
  }

  /// Decodes the item; nil for other kinds of decisions.
  package init?(_ item: CatalogueItem) {
    let attributes = item.attributes
    func text(_ member: String) -> String? { attributes[member]?.text }
    guard item.kind == .decision, text("subject") == Self.subject, let key = FieldKey(item.name),
      let project = text("project").flatMap({ ProjectID($0) }),
      let list = text("list").flatMap({ Value(canonical: $0, kind: key.field.kind) })
    else { return nil }
    let base = text("base").flatMap { Value(canonical: $0, kind: key.field.kind) }
    let standing = text("standing").flatMap { Value(canonical: $0, kind: key.field.kind) }
    let choice: Choice
    switch text("choice") {
    case "list": choice = .list
    case "hand": choice = .hand
    default:
      guard let value = text("value").flatMap({ Value(canonical: $0, kind: key.field.kind) })
      else { return nil }
      choice = .other(value)
    }
    self.init(
      sender: text("sender") ?? "", project: project, key: key, base: base, list: list,
      standing: standing, choice: choice, file: text("file") ?? "")
  }
}

extension Catalogue {
  /// The last settlement for a value of a sender's list; nil if there is none, or it is revoked.
  package func settlement(
    sender: String, project: ProjectID, key: FieldKey
  ) -> Settlement? {
    let code = Settlement.code(sender: sender, project: project, key: key)
    guard let item = item(.decision, code), item.attributes["revoked"]?.isTrue != true else {
      return nil
    }
    return Settlement(item)
  }
}
