/// A word that projects are looked for by.
package struct SearchTerm: Hashable, Sendable {
  package let text: String
  /// Whether it is looked for in how names sound.
  package let isSound: Bool

  package init(_ text: String, isSound: Bool) {
    self.text = text
    self.isSound = isSound
  }
}

/// A part of a statement with the values bound to it.
package struct SQLCondition: Hashable, Sendable {
  package let sql: String
  package let values: [SQLValue]

  package init(_ sql: String, _ values: [SQLValue]) {
    self.sql = sql
    self.values = values
  }
}

/// The part of a query that finds projects by words.
package struct SearchSource: Hashable, Sendable {
  /// The lines from `FROM` on, in which the table of projects is called `p`.
  package let tables: [String]
  package let conditions: [SQLCondition]

  package init(tables: [String], conditions: [SQLCondition]) {
    self.tables = tables
    self.conditions = conditions
  }
}

/// Projects that are to be asked as they once were.
package struct PastProjects: Sendable {
  package let ids: [Int64]
  /// Where the rows go that stand in for those of a table of the balance.
  package let table: @Sendable (_ name: String) -> String

  package init(ids: [Int64], table: @escaping @Sendable (_ name: String) -> String) {
    self.ids = ids
    self.table = table
  }
}
