extension Decision {
  /// The code of its catalogue item, one per word of a sender.
  package var code: String { "\(subject.rawValue)/\(sender)/\(TextFolding.key(text))" }

  /// The catalogue item that stores it. `position` is its number among all decisions.
  package func item(position: Int) -> CatalogueItem {
    var members: [String: Attribute] = [
      "subject": .text(subject.rawValue), "sender": .text(sender), "file": .text(file),
    ]
    switch meaning {
    case .item(let kind, let code):
      members["kind"] = .text(kind.rawValue)
      members["means"] = .text(code)
    case .column(let text): members["means"] = .text(text)
    case .project(let project): members["project"] = .text(project.map { String($0) } ?? "new")
    case .nothing: break
    }
    if isRevoked { members["revoked"] = .text("true") }
    if isPromoted { members["promoted"] = .text("true") }
    return CatalogueItem(
      kind: .decision, code: code, name: text, position: position, attributes: .map(members))
  }

  /// Decodes the item; nil for other kinds of decisions.
  package init?(_ item: CatalogueItem) {
    let attributes = item.attributes
    guard item.kind == .decision,
      let subject = attributes["subject"]?.text.flatMap({ Subject(rawValue: $0) })
    else { return nil }
    self.init(
      subject, item.name, Self.meaning(attributes), sender: attributes["sender"]?.text ?? "",
      file: attributes["file"]?.text ?? "")
    isRevoked = attributes["revoked"]?.isTrue ?? false
    isPromoted = attributes["promoted"]?.isTrue ?? false
  }

  private static func meaning(_ attributes: Attribute) -> Meaning {
    if let project = attributes["project"]?.text { return .project(ProjectID(project)) }
    guard let means = attributes["means"]?.text else { return .nothing }
    let kind = attributes["kind"]?.text.flatMap { CatalogueKind(rawValue: $0) }
    return kind.map { .item($0, code: means) } ?? .column(means)
  }
}

extension Catalogue {
  /// The decisions about one sender that are not revoked.
  package func decisions(of sender: String) -> [Decision] {
    items(of: .decision).filter { $0.attributes["sender"]?.text == sender }
      .compactMap { Decision($0) }.filter { !$0.isRevoked }
  }
}
