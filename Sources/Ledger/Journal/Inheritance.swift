/// The data other than values that a project takes over from one merged into it.
package struct Inheritance: Hashable, Sendable {
  /// Each sender's last statements about the other project; from now on they are about this one.
  package var statements: [String: Record]
  /// The last month of figures for a whole year.
  package var reach: [FieldKey: Int]

  package init(statements: [String: Record] = [:], reach: [FieldKey: Int] = [:]) {
    self.statements = statements
    self.reach = reach
  }
}
