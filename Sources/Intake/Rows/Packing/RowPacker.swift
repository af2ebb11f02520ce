import Ledger

/// Packs the rows of a table into blocks as they are read.
struct RowPacker {
  /// A row whose block is not closed yet.
  struct Row {
    let number: Int
    let serial: String?
    let mark: RowMark?
    let digest: UInt64
    /// Its offset in the block.
    let start: UInt32
  }

  private var packed: [ParsedRow] = []
  private var pending: [Row] = []
  private var block = RowBlockWriter()
  private var order: [Int] = []
  private var ranks: [UInt64] = []

  /// Reserves memory for about this many rows.
  mutating func expect(_ count: Int) { packed.reserveCapacity(count) }

  /// Adds a row; its values in any order, at most one per key.
  mutating func add(number: Int, serial: String?, mark: RowMark?, _ values: RowValues) {
    let registers = sort(values.entries)
    var digest = StatementDigest()
    if registers > 1 {
      let entries = values.entries
      for index in order.sorted(by: { entries[$0].key < entries[$1].key }) {
        values.add(index, to: &digest)
      }
    } else {
      for index in order { values.add(index, to: &digest) }
    }
    if !values.texts.isEmpty, block.hasTexts { close() }
    pending.append(
      Row(
        number: number, serial: serial, mark: mark, digest: digest.value,
        start: UInt32(truncatingIfNeeded: block.count)))
    block.add(values, in: order)
    if block.count >= RowBlockWriter.enough { close() }
  }

  /// Returns all rows added.
  mutating func finish() -> [ParsedRow] {
    close()
    defer { packed = [] }
    return packed
  }

  private mutating func close() {
    guard !pending.isEmpty else { return }
    let block = block.close()
    for row in pending { packed.append(ParsedRow(row, in: block)) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Sorts `order` by key, all registers as equals; returns the number of registers.
  ///
  /// By insertion sort, because the columns of most lists are nearly in this order.
  private mutating func sort(_ entries: [RowValues.Entry]) -> Int {
    order.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    var registers = 0
    for index in entries.indices {
      let key = entries[index].key
      let isRegister = key.field == .registers
      if isRegister { registers += 1 }
      // Keys without names sort by their bits.
      let rank = isRegister ? FieldKey(.registers).bits : key.bits
      var place = order.count
      order.append(index)
      ranks.append(rank)
      while place > 0, rank < ranks[place - 1] {
        (order[place], ranks[place]) = (order[place - 1], ranks[place - 1])
        place -= 1
      }
      (order[place], ranks[place]) = (index, rank)
    }
    return registers
  }
}
