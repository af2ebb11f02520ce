/// Something that a person may do. The raw values are what the catalogue and the access file hold.
package enum Right: String, CaseIterable, Hashable, Sendable {
  /// Look at projects.
  case see
  /// See who is to be called and under which number.
  case contacts
  /// Take files along.
  case export
  /// Take along books alone, which are made to be handed on.
  case books
  case `import`
  /// Alter projects by hand: values, stages, milestones, problems, parts; take back one's own acts.
  case edit
  /// Report figures from outside the ledger.
  case figures
  /// Move on the year's tasks.
  case tasks
  /// Say which projects a register has.
  case confirm
  /// Answer what waits, merge, take back what others did.
  case decide
  /// Send out an issue of the books.
  case publish
  case accounts
  /// Alter the catalogue and the settings in it.
  case settings
  case backup
  /// Give accounts their roles.
  case grants
  case disable
  case audit

  /// The rights that hold this one: it and those that are more. Whoever imports lists has them compared as they
  /// are, contacts and all.
  package var holders: Set<Right> {
    switch self {
    case .books: [.books, .export]
    case .contacts: [.contacts, .import]
    default: [self]
    }
  }
}
