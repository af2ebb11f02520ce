extension Migration {
  /// The tenth schema: other names of a project, and senders' statements that the ledger did not adopt. The balance
  /// is rebuilt: lists without a sender are distinguished by file.
  static let words = Migration(
    number: 10,
    sql: """
      ALTER TABLE project_detail ADD COLUMN other_names TEXT;
      -- The keys, a line each, whose value the sender said last was held back; NULL where there is none.
      ALTER TABLE statement ADD COLUMN held TEXT;
      CREATE INDEX statement_held ON statement (project, sender) WHERE held IS NOT NULL;
      """, refillsBalance: true)
}
