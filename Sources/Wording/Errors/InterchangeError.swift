/// Why a file for other programs could not be made: facts that `ErrorWording` words for people.
package enum InterchangeError: Error, Hashable, Sendable {
  case unknownFormat(String, known: [String])
  /// The content is not available in this format.
  case formatNotOffered(String, of: String, offered: [String])
  /// The journal is always exported whole: a selection of projects would break its chain.
  case journalIsWhole
  /// A package of the standard must hold at least one project.
  case withoutProjects
}
