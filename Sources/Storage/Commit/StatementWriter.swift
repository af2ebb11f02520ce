import Ledger

/// Writes what senders said last about projects.
final class StatementWriter {
  private var senders: [String: Int64] = [:]
  private let session: Session
  private let insert: Statement
  private let delete: Statement

  init(_ session: Session) throws {
    self.session = session
    insert = try session.statement(
      """
      INSERT INTO statement (project, sender, digest, said)
      VALUES (?, ?, ?, ?)
      """)
    delete = try session.statement(
      """
      DELETE FROM statement
      WHERE project = ?
      """)
  }

  /// Notes what a sender said by creating projects.
  func insert(_ batch: CreationBatch, by sender: String) throws {
    let sender = try number(of: sender)
    for creation in batch.creations {
      insert.bind(creation.project, at: 1)
      insert.bind(sender, at: 2)
      insert.bind(creation.digest, at: 3)
      try insert.bind(.optional(creation.said), at: 4)
      try insert.run()
    }
  }

  /// Brings all statements about a project to what its changes say.
  func rewrite(_ state: ProjectState) throws {
    try delete.bind(.integer(state.id)).run()
    guard state.record != nil else { return }
    for (sender, statement) in state.statements.sorted(by: { $0.key < $1.key }) {
      let row = Self.row(statement)
      try insert.bind(
        .integer(state.id), .integer(try number(of: sender)), .integer(row.digest),
        .optional(row.said)
      ).run()
    }
  }

  /// The digest and text that a statement is kept as.
  static func row(_ statement: ProjectState.Statement) -> (digest: Int64, said: String?) {
    let digest = Int64(bitPattern: StatementDigest.of(statement.said))
    if statement.isCreation { return (digest, nil) }
    var text = ByteText()
    for entry in statement.said.entries { ChangeText.write(entry, to: &text) }
    return (digest, String(decoding: text.bytes, as: UTF8.self))
  }

  private func number(of sender: String) throws -> Int64 {
    if let number = senders[sender] { return number }
    try session.run(
      """
      INSERT INTO sender (name)
      VALUES (?)
      ON CONFLICT (name) DO NOTHING
      """, .text(sender))
    // Which number does this sender go by?
    let number = try session.integer(
      """
      SELECT id
      FROM sender
      WHERE name = ?
      """, .text(sender))
    senders[sender] = number
    return number
  }
}
