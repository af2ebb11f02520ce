/// Who asks or acts: every handler is given one.
package struct Caller: Hashable, Sendable {
  /// Written into every entry.
  package let name: String
  /// The unit that they speak for; nil for the bureau that keeps the ledger.
  package let unit: String?

  package init(name: String, unit: String? = nil) {
    self.name = name
    self.unit = unit
  }
}
