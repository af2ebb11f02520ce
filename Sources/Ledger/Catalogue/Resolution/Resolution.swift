/// What a list's word for a catalogue item turned out to mean.
package enum Resolution: Hashable, Sendable {
  /// The code of the item.
  case item(String)
  /// It fits several items, or is too vague: their codes, possibly none.
  case ambiguous([String])
  /// Not in the catalogue; up to three names worth suggesting.
  case unknown(nearest: [String])
  /// The catalogue says, or a person decided, that it means nothing.
  case ignored
}

/// What a word in a county or zone column turned out to mean.
package enum PlaceResolution: Hashable, Sendable {
  /// A county or district, a zone, or both: 鱼峰区（柳东新区）.
  case place(district: String?, zone: String?)
  /// Codes of districts and zones, possibly none.
  case ambiguous([String])
  case unknown(nearest: [String])
  case ignored
}

/// What a word in a stage column turned out to mean: a stage, or a condition beside it.
package enum StageResolution: Hashable, Sendable {
  case stage(String)
  case condition(String)
  /// A stage with a condition beside it: 在建（停工）.
  case both(stage: String, condition: String)
  /// A plan or a negation (拟开工, 未开工), or several: codes of stages and conditions, possibly none.
  case ambiguous([String])
  case unknown(nearest: [String])
  case ignored
}

/// What the names of a list's cell turned out to mean.
package struct ListResolution: Hashable, Sendable {
  /// A name that did not become an item.
  package struct Doubt: Hashable, Sendable {
    package let text: String
    /// Codes it may mean; empty when it is unknown.
    package let candidates: [String]
    package let nearest: [String]

    package init(text: String, candidates: [String], nearest: [String]) {
      self.text = text
      self.candidates = candidates
      self.nearest = nearest
    }
  }

  /// In the order stated, each once.
  package var codes: [String] = []
  package var unknown: [Doubt] = []
  package var ambiguous: [Doubt] = []
}
