/// The version of the program, defined only here.
package enum ProgramVersion {
  /// A semantic version without pre-release or build parts.
  package static let text = "0.2.0"
}
