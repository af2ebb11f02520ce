extension Migration {
  /// The tenth schema: what a project is also called, and what each sender said that the ledger did not take.
  /// The balance is filled again: lists that name no sender are told apart by their files.
  static let words = Migration(
    number: 10,
    sql: """
      ALTER TABLE project_detail ADD COLUMN other_names TEXT;
      -- The keys, a line each, whose value the sender said last was held back; NULL where there is none.
      ALTER TABLE statement ADD COLUMN held TEXT;
      CREATE INDEX statement_held ON statement (project, sender) WHERE held IS NOT NULL;
      """, refillsBalance: true)
}
