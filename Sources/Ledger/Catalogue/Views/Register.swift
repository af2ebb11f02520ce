/// A list of projects by year and batch (项目库/清单).
package struct Register: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  package let definition: String
  /// The certainty of its definition: `firm`, `partial` or `uncertain`.
  package let certainty: String
  /// Whether a list's cell with its name puts a project on it.
  package let isInLists: Bool
  /// Whether it is shown by default.
  package let isEnabled: Bool
  package let classes: [Class]
  package let states: [String]
  /// The state set by an import; nil for none.
  package let initialState: String?
  /// The only state that counts; nil if every member counts.
  package let countedState: String?
  /// The code of the unit that keeps it.
  package let owner: String?
  /// The code of the sub-task of the year that it serves.
  package let task: String?

  /// A class of a register, with the stage or condition it corresponds to.
  package struct Class: Hashable, Sendable {
    package let name: String
    package let stage: String?
    package let condition: String?
  }

  init(_ item: CatalogueItem) {
    let attributes = item.attributes
    code = item.code
    name = item.name
    english = attributes["english"]?.text ?? item.name
    definition = attributes["definition"]?.text ?? ""
    certainty = attributes["certainty"]?.text ?? "firm"
    isInLists = item.isInLists
    isEnabled = attributes["enabled"]?.text != "false"
    classes = (attributes["classes"]?.items ?? []).compactMap { entry in
      entry["name"]?.text.map {
        Class(name: $0, stage: entry["stage"]?.text, condition: entry["condition"]?.text)
      }
    }
    states = attributes["states"]?.texts ?? []
    initialState = attributes["initial_state"]?.text
    countedState = attributes["counted_state"]?.text
    owner = attributes["owner"]?.text
    task = attributes["task"]?.text
  }
}

extension Catalogue {
  /// The registers in their order.
  package var registers: [Register] { items(of: .register).map { Register($0) } }

  /// The register with a code; nil for a name stored as a list wrote it.
  package func register(_ code: String) -> Register? { item(.register, code).map { Register($0) } }
}
