/// Why a file for other programs could not be made: facts only; `ErrorWording` words them for people.
package enum InterchangeError: Error, Hashable, Sendable {
  case unknownFormat(String, known: [String])
  /// What is asked for is not written in this format.
  case formatNotOffered(String, of: String, offered: [String])
  /// The journal is written whole: a choice of projects would break its chain.
  case journalIsWhole
  /// A package of the standard holds at least one project.
  case withoutProjects
}
