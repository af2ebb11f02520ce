/// How a person settled what a sender's list says against the ledger: a conflict, against what the sender had
/// said before, or a difference between senders, against the value that stood. As long as the sides are the
/// same, it is not raised again.
package struct Settlement: Hashable, Sendable {
  /// What stands.
  package enum Choice: Hashable, Sendable {
    /// What the list says.
    case list
    /// What the ledger holds, set by hand.
    case hand
    /// Neither.
    case other(Value)
  }

  package let sender: String
  package let project: ProjectID
  package let key: FieldKey
  /// What the sender had said before; nil where it had left a blank.
  package let base: Value?
  package let list: Value
  /// The value that stood by other senders' word; nil for a conflict with a person.
  package let standing: Value?
  package let choice: Choice
  /// The list it was met in.
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
  /// What settlements are kept as among the decisions.
  package static let subject = "conflict"

  /// The code of the item: the last settlement of a value counts, the earlier ones are its history.
  package static func code(sender: String, project: ProjectID, key: FieldKey) -> String {
    "\(subject)/\(sender)/\(project)/\(key.text)"
  }

  /// The item it is kept as.
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

  /// Reads the item; nil when it is another kind of decision.
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
  /// How the conflict about a value of a sender's list was settled last; nil when revoked or never.
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
