extension Migration {
  /// The seventh schema: an entry covers the register of books that were sent out. The balance is filled
  /// again: earlier versions wrote a project's figures of a year into each other where a list stated the
  /// month that they reach.
  static let sealing = Migration(
    number: 7,
    sql: """
      -- The register as the entry found it: 'number of the last issue:hash over all'. NULL in entries of
      -- earlier versions.
      ALTER TABLE entry ADD COLUMN published TEXT;
      """, refillsBalance: true)
}
