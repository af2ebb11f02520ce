import Ledger

/// Who stands behind a value of the ledger that a list says otherwise.
enum Standing {
  /// Nobody but the list's own sender.
  case own
  /// A person: typed it, or took it over.
  case person
  /// Senders, the foremost by rank: what their word weighs, and the latest month that one of them said it for.
  case senders([String], rank: Int, month: Period?)

  init(
    of value: Value, _ key: FieldKey, _ testimony: Testimony, _ project: Record, besides own: Voice
  ) {
    let says = testimony.words[own.speaker]?[key]?.value.saysSame(as: value) ?? false
    // What a person took over from a sender settles that value, not whose word counts: it stays a person's as
    // long as somebody whose word counts more says something else.
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
