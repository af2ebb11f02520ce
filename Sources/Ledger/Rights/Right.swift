/// A right of a person. The raw values are stored in the catalogue and the access file.
package enum Right: String, CaseIterable, Hashable, Sendable {
  /// View projects.
  case see
  /// View contact names and telephone numbers.
  case contacts
  /// Export files.
  case export
  /// Export only books, which are made for distribution.
  case books
  case `import`
  /// Change projects by hand: values, stages, milestones, problems, parts; undo one's own acts.
  case edit
  /// Report figures from outside the ledger.
  case figures
  /// Change the state of the year's tasks.
  case tasks
  /// Confirm the members of a register.
  case confirm
  /// Answer pending items, merge, undo others' acts.
  case decide
  /// Publish an issue of the books.
  case publish
  case accounts
  /// Change the catalogue and its settings.
  case settings
  case backup
  /// Assign roles to accounts.
  case grants
  case disable
  case audit

  /// The rights that include this one: itself and stronger ones. An import compares lists unmasked, contacts
  /// included.
  package var holders: Set<Right> {
    switch self {
    case .books: [.books, .export]
    case .contacts: [.contacts, .import]
    default: [self]
    }
  }
}
