/// Two projects that may be one, found by a search of the whole ledger.
package struct DuplicateCandidate: NoteLine {
  package static let kind = EntryNotes.Kind.pairs

  package let pair: ProjectPair
  /// Whether the matcher is certain.
  package let isSure: Bool
  /// The matcher's reason, by its identifier.
  package let reason: String
  /// The similarity, up to 100.
  package let score: Int

  package init(pair: ProjectPair, isSure: Bool, reason: String, score: Int) {
    self.pair = pair
    self.isSure = isSure
    self.reason = reason
    self.score = score
  }

  package init?(words: [String]) {
    guard words.count == 5, let one = ProjectID(words[0]), let other = ProjectID(words[1]),
      ["same", "unsure"].contains(words[2]), let score = Int(words[4])
    else { return nil }
    self.init(
      pair: ProjectPair(one, other), isSure: words[2] == "same", reason: words[3], score: score)
  }

  package var words: [String] {
    [
      String(pair.first), String(pair.second), isSure ? "same" : "unsure", reason, String(score),
    ]
  }
}
