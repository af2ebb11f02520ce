/// A sender's statement about a value that a sender of higher rank overwrote.
package struct OutrankedStatement: NoteLine {
  package static let kind = EntryNotes.Kind.overruled

  package let project: ProjectID
  package let key: FieldKey
  /// The speaker, as `Speaker` names it.
  package let speaker: String

  package init(project: ProjectID, key: FieldKey, speaker: String) {
    self.project = project
    self.key = key
    self.speaker = speaker
  }

  package init?(words: [String]) {
    guard words.count == 3, let project = ProjectID(words[0]), let key = FieldKey(words[1]),
      !words[2].isEmpty
    else { return nil }
    self.init(project: project, key: key, speaker: words[2])
  }

  package var words: [String] { [String(project), key.text, speaker] }
}
