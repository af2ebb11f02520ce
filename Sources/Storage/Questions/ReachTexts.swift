import Ledger
import Machine

/// How far figures of a whole year reach, as texts that a scan meets again and again: each is read once.
struct ReachTexts {
  /// The month that what is done in the whole year reaches: `done.2026=3`.
  struct Reach {
    let month: Int?
  }

  private var texts = Interner()
  private var reaches: [Reach?] = []
  private let key: String?

  /// The figure whose reach is asked for is that of a year.
  init(year: Int?) { key = year.map { "done.\($0)" } }

  /// What a text says of it; nil when the text is none.
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
