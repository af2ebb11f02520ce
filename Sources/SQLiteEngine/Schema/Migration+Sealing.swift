extension Migration {
  /// The seventh schema: an entry covers the register of books that were sent out. The balance is rebuilt: earlier
  /// versions merged a project's figures of a year where a list stated the month they reach.
  static let sealing = Migration(
    number: 7,
    sql: """
      -- The register as the entry found it: 'number of the last issue:hash over all'. NULL in entries of
      -- earlier versions.
      ALTER TABLE entry ADD COLUMN published TEXT;
      """, refillsBalance: true)
}
