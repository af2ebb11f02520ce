/// A term of a search for projects.
package struct SearchTerm: Hashable, Sendable {
  package let text: String
  /// Whether the term is looked up in the pinyin of the texts.
  package let isSound: Bool

  package init(_ text: String, isSound: Bool) {
    self.text = text
    self.isSound = isSound
  }
}

/// A condition in SQL with the values bound to it.
package struct SQLCondition: Hashable, Sendable {
  package let sql: String
  package let values: [SQLValue]

  package init(_ sql: String, _ values: [SQLValue]) {
    self.sql = sql
    self.values = values
  }
}

/// The part of a query that finds projects by search terms.
package struct SearchSource: Hashable, Sendable {
  /// The lines from `FROM` on; the alias of the table of projects is `p`.
  package let tables: [String]
  package let conditions: [SQLCondition]

  package init(tables: [String], conditions: [SQLCondition]) {
    self.tables = tables
    self.conditions = conditions
  }
}

/// Projects that a query reads as of an earlier revision.
package struct PastProjects: Sendable {
  package let ids: [Int64]
  /// The name of the table that takes the replacement rows for a table of the balance.
  package let table: @Sendable (_ name: String) -> String

  package init(ids: [Int64], table: @escaping @Sendable (_ name: String) -> String) {
    self.ids = ids
    self.table = table
  }
}
