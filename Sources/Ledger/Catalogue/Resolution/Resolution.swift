/// The meaning of a list's word for a catalogue item.
package enum Resolution: Hashable, Sendable {
  /// The code of the item.
  case item(String)
  /// Several items fit, or the word is too vague: their codes, possibly none.
  case ambiguous([String])
  /// Not in the catalogue; up to three similar names.
  case unknown(nearest: [String])
  /// No meaning, by the catalogue or a person's decision.
  case ignored
}

/// The meaning of a word in a county or zone column.
package enum PlaceResolution: Hashable, Sendable {
  /// A county or district, a zone, or both: 鱼峰区（柳东新区）.
  case place(district: String?, zone: String?)
  /// Codes of districts and zones, possibly none.
  case ambiguous([String])
  case unknown(nearest: [String])
  case ignored
}

/// The meaning of a word in a stage column: a stage, or a condition beside it.
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

/// The meanings of the names in a list's cell.
package struct ListResolution: Hashable, Sendable {
  /// A name that resolved to no item.
  package struct Doubt: Hashable, Sendable {
    package let text: String
    /// The codes it may mean; empty if it is unknown.
    package let candidates: [String]
    package let nearest: [String]

    package init(text: String, candidates: [String], nearest: [String]) {
      self.text = text
      self.candidates = candidates
      self.nearest = nearest
    }
  }

  /// The codes in order, without repetitions.
  package var codes: [String] = []
  package var unknown: [Doubt] = []
  package var ambiguous: [Doubt] = []
}
