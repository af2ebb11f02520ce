import Engine
import Testing

@testable import PostgreSQLEngine

@Suite struct StatementTextTests {
  @Test(arguments: [
    ("SELECT 1", "SELECT 1", 0),
    ("a = ? AND b IN (?, ?)", "a = $1 AND b IN ($2, $3)", 3),
    ("a = '?' AND \"?\" = ? -- ?\n OR c = ?", "a = '?' AND \"?\" = $1 -- ?\n OR c = $2", 2),
    ("a = 'it''s ?' OR b = ?", "a = 'it''s ?' OR b = $1", 1),
    ("a - ? > - ?", "a - $1 > - $2", 2),
  ])
  func `parameters are numbered, texts and comments stay`(
    sql: String, numbered: String, count: Int
  ) {
    let found = NumberedParameters.numbered(sql)
    #expect(found.sql == numbered)
    #expect(found.count == count)
  }

  @Test func `a line of rows escapes what parts them`() throws {
    let lines = CopyLines(columns: 4)
    lines.bind(.text("a\tb\nc\\N\r电"), at: 2)
    lines.bind(.integer(-7), at: 1)
    lines.bind(.blob([0, 255]), at: 4)
    try lines.endLine()
    lines.bind(.text(""), at: 3)
    try lines.endLine()
    #expect(
      String(decoding: lines.bytes, as: UTF8.self)
        == "-7\ta\\tb\\nc\\\\N\\r电\t\\N\t\\\\x00ff\n\\N\t\\N\t\t\\N\n")
  }

  @Test func `U+0000 in a text is refused`() {
    let lines = CopyLines(columns: 1)
    lines.bind(.text("a\0b"), at: 1)
    #expect(throws: EngineError.self) { try lines.endLine() }
  }
}
