/// The version of the program, for whoever asks it, watches over it or installs it. Its one home.
package enum ProgramVersion {
  /// As semantic versions are written, without anything behind the three numbers.
  package static let text = "0.2.0"
}
