/// What is known of a project's place on a register in a year, beside the fact that it is there.
///
/// The register and the year are the value's key (`registers.shuangbai@2026`).
package struct Membership: Hashable, Sendable {
  /// State inside the register, such as 候选 or 已认定.
  package var state: String?
  /// Batch of the year, such as 第一批.
  package var batch: String?
  /// Class of the register, such as 新开工 or 谋划一批.
  package var className: String?

  package init(state: String? = nil, batch: String? = nil, className: String? = nil) {
    self.state = state
    self.batch = batch
    self.className = className
  }
}
