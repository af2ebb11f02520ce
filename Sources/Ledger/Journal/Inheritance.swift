/// What a project takes over, beside values, from one that is merged into it.
package struct Inheritance: Hashable, Sendable {
  /// What each sender said last of the other project: from now on it is said of this one.
  package var statements: [String: Record]
  /// The month that a figure for a whole year reaches.
  package var reach: [FieldKey: Int]

  package init(statements: [String: Record] = [:], reach: [FieldKey: Int] = [:]) {
    self.statements = statements
    self.reach = reach
  }
}
