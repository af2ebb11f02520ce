import Ledger

/// Who supports a value of the ledger that a list contradicts.
enum Standing {
  /// Only the list's own sender.
  case own
  /// A person who typed or adopted it.
  case person
  /// Senders: the best rank among them, and the latest month for which one of them stated it.
  case senders([String], rank: Int, month: Period?)

  init(
    of value: Value, _ key: FieldKey, _ testimony: Provenance, _ project: Record, besides own: Voice
  ) {
    let says = testimony.words[own.speaker]?[key]?.value.saysSame(as: value) ?? false
    // A value that a person adopted from a sender is settled, but not the ranks: it counts as the person's as long as
    // a higher-ranked sender states something else.
    let isTakenOver =
      says && testimony.bringers[key]?.sender == nil
      && own.isOutranked(about: key, saying: value, testimony, project)
    let isOwn = testimony.bringers[key]?.sender == own.speaker || says && !isTakenOver
    let others = isTakenOver ? [] : testimony.supporters(of: value, key, besides: own.speaker)
    if others.isEmpty, !isOwn {
      self = .person
      return
    }
    let ranks = others.map { (sender: $0, rank: own.rank(of: $0, about: key, project)) }
    guard let best = ranks.map(\.rank).min() else {
      self = .own
      return
    }
    let foremost = ranks.filter { $0.rank == best }.map(\.sender).sorted()
    let months = foremost.compactMap { testimony.words[$0]?[key]?.month }
    self = .senders(foremost, rank: best, month: months.max())
  }
}
