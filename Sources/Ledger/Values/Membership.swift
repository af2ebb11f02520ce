/// The details of a project's membership of a register in a year.
///
/// The register and the year are the value's key (`registers.shuangbai@2026`).
package struct Membership: Hashable, Sendable {
  /// The state inside the register, such as 候选 or 已认定.
  package var state: String?
  /// The batch of the year, such as 第一批.
  package var batch: String?
  /// The class of the register, such as 新开工 or 谋划一批.
  package var className: String?

  package init(state: String? = nil, batch: String? = nil, className: String? = nil) {
    self.state = state
    self.batch = batch
    self.className = className
  }
}
