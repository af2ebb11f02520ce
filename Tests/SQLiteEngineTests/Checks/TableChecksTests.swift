import Testing

@testable import SQLiteEngine

@Suite struct TableChecksTests {
  @Test func `conditions are found between their parentheses, texts and comments passed over`() {
    let sql = """
      CREATE TABLE t (
        -- CHECK (no) that isn't
        a TEXT NOT NULL CHECK (a <> ')' AND length(a) = 64),
        b INTEGER REFERENCES u (c) CHECK (b IN (0, 1)),
        CHECK ((a IS NULL) = (b IS NULL))
      ) STRICT
      """
    #expect(
      TableChecks.conditions(in: sql) == [
        "a <> ')' AND length(a) = 64", "b IN (0, 1)", "(a IS NULL) = (b IS NULL)",
      ])
  }
}
