import Ledger
import Machine

/// The last months of a year's figures, as repeating texts of a scan: each is parsed once.
struct ReachTexts {
  /// The last month that the year's done figure includes, 3 for `done.2026=3`.
  struct Reach {
    let month: Int?
  }

  private var texts = Interner()
  private var reaches: [Reach?] = []
  private let key: String?

  /// Looks up the done figure of a year.
  init(year: Int?) { key = year.map { "done.\($0)" } }

  /// The month in a text; nil if the text is malformed.
  mutating func reach(_ bytes: UnsafeBufferPointer<UInt8>) -> Reach? {
    let (number, isNew) = texts.number(of: bytes)
    if isNew {
      reaches.append(
        SeriesText.readReach(bytes).map { parts in
          Reach(month: parts.first { $0.part == key }?.month)
        })
    }
    return reaches[number]
  }
}
