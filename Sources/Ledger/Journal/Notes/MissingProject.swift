/// A project of the sender's earlier lists that is missing in this list.
package struct MissingProject: NoteLine {
  package static let kind = EntryNotes.Kind.missing

  package let project: ProjectID
  /// Its name at the time of the list.
  package let name: String

  package init(project: ProjectID, name: String) {
    self.project = project
    self.name = name
  }

  package init?(words: [String]) {
    guard words.count == 2, let project = ProjectID(words[0]) else { return nil }
    self.init(project: project, name: words[1])
  }

  package var words: [String] { [String(project), name] }
}
