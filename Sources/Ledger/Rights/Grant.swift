/// A role over a scope.
package struct Grant: Hashable, Sendable {
  /// The code of the role, a catalogue item of kind `role`.
  package let role: String
  package let scope: Scope

  package init(role: String, scope: Scope) {
    self.role = role
    self.scope = scope
  }
}
