import Engine
import Ledger

/// Writes senders' last statements on projects.
final class StatementWriter {
  private var senders: [String: Int64] = [:]
  private let session: Session
  private let insertion: any Insertion

  init(_ session: Session) throws {
    self.session = session
    insertion = try session.connection.insertion(
      into: "statement", ["project", "sender", "digest", "said", "held"])
  }

  /// A statement on a project, as it is stored.
  struct Row: Sendable {
    let project: ProjectID
    let digest: Int64
    /// Nil if it equals the project's creation.
    let said: String?
    /// The keys of values that were held back, one per line; nil if there are none.
    let held: String?
  }

  /// Adds a sender's statements on projects without one.
  func insert(_ rows: [Row], by sender: String) throws {
    let sender = try number(of: sender)
    try insert(rows.map { (sender, $0) })
  }

  private func insert(_ rows: [(sender: Int64, row: Row)]) throws {
    try insertion.run(rows.count) { place, statement, before in
      let (sender, row) = rows[place]
      statement.bind(row.project, at: before + 1)
      statement.bind(sender, at: before + 2)
      statement.bind(row.digest, at: before + 3)
      if let said = row.said { try statement.bind(.text(said), at: before + 4) }
      if let held = row.held { try statement.bind(.text(held), at: before + 5) }
    }
  }

  /// Rewrites all statements on projects from their changes.
  func rewrite(_ states: [ProjectState]) throws {
    try remove(states.map(\.id))
    try insert(states)
  }

  /// Removes the statements on projects.
  func remove(_ projects: [ProjectID]) throws {
    if projects.isEmpty { return }
    let among = session.connection.isAmong("project", projects)
    try session.run(
      """
      DELETE FROM statement
      WHERE \(among.sql)
      """, among.values)
  }

  /// Adds the statements in the changes of projects without any.
  func insert(_ states: [ProjectState]) throws {
    var rows: [(sender: Int64, row: Row)] = []
    for state in states where state.record != nil {
      for (sender, statement) in state.statements.sorted(by: { $0.key < $1.key }) {
        let row = Row(
          project: state.id, said: statement.said, isCreation: statement.isCreation,
          held: state.held(of: sender))
        rows.append((try number(of: sender), row))
      }
    }
    try insert(rows)
  }

  private func number(of sender: String) throws -> Int64 {
    if let number = senders[sender] { return number }
    let number = try found(sender) ?? added(sender)
    senders[sender] = number
    return number
  }

  private func found(_ sender: String) throws -> Int64? {
    // Which number does this sender have?
    try session.row(
      """
      SELECT id
      FROM sender
      WHERE name = ?
      """, .text(sender)
    ) { $0.int64(0) }
  }

  private func added(_ sender: String) throws -> Int64 {
    let number = try session.next("id", in: "sender")
    try session.run(
      """
      INSERT INTO sender (id, name)
      VALUES (?, ?)
      """, .integer(number), .text(sender))
    return number
  }
}

extension StatementWriter.Row {
  init(project: ProjectID, said: Record, isCreation: Bool, held: [FieldKey]) {
    let digest = Int64(bitPattern: StatementDigest.of(said))
    self.init(
      project: project, digest: digest,
      said: isCreation
        ? nil
        : Self.text { text in for entry in said.entries { ChangeText.write(entry, to: &text) } },
      held: held.isEmpty
        ? nil
        : Self.text { text in
          for key in held {
            ChangeText.write(key, to: &text)
            text.append(byte: ByteText.newline)
          }
        })
  }

  private static func text(_ write: (inout ByteText) -> Void) -> String {
    var text = ByteText()
    write(&text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
