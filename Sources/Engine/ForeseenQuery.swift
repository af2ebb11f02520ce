/// A query with the values bound to it, which is announced before it is run.
package struct ForeseenQuery: Hashable, Sendable {
  package let sql: String
  package let values: [SQLValue]
  /// Whether it has many rows, and is run as a stream.
  package let isStream: Bool

  package init(_ sql: String, _ values: [SQLValue], isStream: Bool) {
    self.sql = sql
    self.values = values
    self.isStream = isStream
  }
}
