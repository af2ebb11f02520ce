import Ledger

/// Which statements of lists that were held back count once the ones before them are undone: as in an import, the
/// better rank, then the later month, then the later arrival. What a person typed stays.
struct HeldBackWords {
  private let ranks: SenderRanks
  private let headers: EntryHeaders
  /// The changes in force so far, oldest first.
  private var rows: [(header: EntryHeader, change: Change)] = []

  init(_ ranks: SenderRanks, _ headers: EntryHeaders) {
    self.ranks = ranks
    self.headers = headers
  }

  /// Notes a change in force.
  mutating func note(_ change: Change, of header: EntryHeader) { rows.append((header, change)) }

  /// The keys of a list's statements that count more than the values of a record; none for a list older than its
  /// sender's newest.
  func foremost(_ change: Change, of header: EntryHeader, _ record: Record) -> Set<FieldKey> {
    let differing = change.stated.filter { word in
      guard ![.name, .otherNames, .registers].contains(word.key.field), let value = word.value,
        let standing = record[word.key]
      else { return false }
      return !value.agrees(with: standing)
    }.map(\.key)
    guard !differing.isEmpty, [.import, .answer].contains(header.kind), let sender = header.sender,
      !isLate(header)
    else { return [] }
    return Set(differing.filter { counts($0, of: sender, for: header.month, record) })
  }

  private func isLate(_ header: EntryHeader) -> Bool {
    guard let month = header.month, let newest = headers.newestMonth(before: header.number) else {
      return false
    }
    return month < newest
  }

  private func counts(
    _ key: FieldKey, of sender: String, for month: Period?, _ record: Record
  ) -> Bool {
    guard let standing = record[key] else { return false }
    let testimony = testimony(about: key)
    let supporters = testimony.senders(of: standing, key).filter { $0 != sender }
    let isTyped = testimony.bringers[key].map { $0.sender == nil } ?? false
    let all = supporters.map { (sender: $0, rank: ranks.rank(of: $0, about: key, record)) }
    guard !isTyped, let best = all.map(\.rank).min() else { return false }
    let own = ranks.rank(of: sender, about: key, record, against: testimony)
    if own != best { return own < best }
    let reached = all.filter { $0.rank == best }.compactMap {
      testimony.words[$0.sender]?[key]?.month
    }.max()
    guard let month, let reached else { return true }
    return month >= reached
  }

  /// What the changes so far say about a key, and about the units that a rank may depend on.
  private func testimony(about key: FieldKey) -> Provenance {
    let keys: Set = [key, FieldKey(.leadUnits), FieldKey(.responsibleUnits)]
    var testimony = Provenance()
    for (header, change) in rows {
      let isList = [.import, .answer].contains(header.kind)
      for field in change.fields where keys.contains(field.key) {
        testimony.bringers[field.key] = Provenance.Bringer(
          sender: isList ? header.sender : nil, actor: header.actor, entry: header.number)
        if let sender = header.sender {
          testimony.words[sender, default: [:]][field.key] = field.after.map { word($0, header) }
        }
      }
      for stated in change.stated where keys.contains(stated.key) {
        if let sender = header.sender, let value = stated.value {
          testimony.words[sender, default: [:]][stated.key] = word(value, header)
        }
      }
    }
    return testimony
  }

  private func word(_ value: Value, _ header: EntryHeader) -> Provenance.Word {
    Provenance.Word(value: value, raw: nil, month: header.month, entry: header.number, row: nil)
  }
}
