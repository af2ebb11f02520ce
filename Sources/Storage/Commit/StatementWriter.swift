import Engine
import Ledger

/// Writes what senders said last about projects.
final class StatementWriter {
  private var senders: [String: Int64] = [:]
  private let session: Session
  private let insertion: any Insertion
  private let delete: any Statement

  init(_ session: Session) throws {
    self.session = session
    insertion = try session.connection.insertion(
      into: "statement", ["project", "sender", "digest", "said"])
    delete = try session.statement(
      """
      DELETE FROM statement
      WHERE project = ?
      """)
  }

  /// Notes what a sender said by creating projects.
  func insert(_ batch: CreationBatch, by sender: String) throws {
    let sender = try number(of: sender)
    try insertion.run(batch.creations.count) { row, statement, before in
      let creation = batch.creations[row]
      statement.bind(creation.project, at: before + 1)
      statement.bind(sender, at: before + 2)
      statement.bind(creation.digest, at: before + 3)
      if let said = creation.said { try statement.bind(.text(said), at: before + 4) }
    }
  }

  /// Brings all statements about a project to what its changes say.
  func rewrite(_ state: ProjectState) throws {
    try delete.bind(.integer(state.id)).run()
    guard state.record != nil else { return }
    for (sender, statement) in state.statements.sorted(by: { $0.key < $1.key }) {
      let row = Self.row(statement)
      let sender = try number(of: sender)
      try insertion.run(1) { _, insert, _ in
        try insert.bind(
          .integer(state.id), .integer(sender), .integer(row.digest), .optional(row.said))
      }
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
