import Machine

/// Room for the cells of some rows, and for the texts that stand in them.
///
/// A row's cells are written before the row is handed out, and never again; that is why rows on several
/// threads can share a block.
///
/// Its room comes from the system and goes back there as soon as the block is let go of, on whichever
/// thread: of a long list, rows are freed while others are made of them.
final class CellBlock: @unchecked Sendable {
  /// What cells of the kind `shared` refer to.
  let strings: SharedStrings?
  private let room: SystemMemory
  private let cells: UnsafeMutablePointer<PackedCell>
  private let cellRoom: Int
  private let texts: UnsafeMutablePointer<UInt8>
  private let textRoom: Int

  init(cells: Int, textBytes: Int, strings: SharedStrings?) {
    cellRoom = cells
    textRoom = textBytes
    let bytesOfCells = cells * MemoryLayout<PackedCell>.stride
    room = SystemMemory(bytesOfCells + textBytes)
    self.cells = room.start.bindMemory(to: PackedCell.self, capacity: cells)
    texts = (room.start + bytesOfCells).bindMemory(to: UInt8.self, capacity: textBytes)
    self.strings = strings
  }

  /// Nothing is written any more.
  func close() { room.close() }

  /// Nobody reads in it for a while.
  func rest() { room.rest() }

  /// Whether a row still fits behind what is used.
  func hasRoom(cells: Int, after usedCells: Int, textBytes: Int, after usedBytes: Int) -> Bool {
    cells <= cellRoom - usedCells && textBytes <= textRoom - usedBytes
  }

  /// Writes a row's cells and texts; their places are those behind what is used.
  func write(
    _ row: [PackedCell], at usedCells: Int, texts bytes: Bytes, at usedBytes: Int
  ) {
    for (index, cell) in row.enumerated() {
      (cells + usedCells + index).initialize(to: cell.moved(by: usedBytes))
    }
    if let start = bytes.baseAddress {
      (texts + usedBytes).initialize(from: start, count: bytes.count)
    }
  }

  @inline(__always)
  subscript(index: Int) -> PackedCell { cells[index] }

  /// The UTF-8 of a text or an error, good for as long as the block is held.
  @inline(__always)
  func text(of cell: PackedCell) -> Bytes {
    if cell.kind == .shared {
      return strings?.bytes(at: cell.shared) ?? Bytes(start: nil, count: 0)
    }
    return Bytes(rebasing: Bytes(start: texts, count: textRoom)[cell.place])
  }

  func value(of cell: PackedCell) -> CellValue {
    switch cell.kind {
    case .shared, .text: .text(String(decoding: text(of: cell), as: UTF8.self))
    case .error: .error(String(decoding: text(of: cell), as: UTF8.self))
    case .number: .number(cell.number)
    case .shown: .shown(ShownNumber(cell.number, cell.display))
    case .uncalculated: .uncalculated
    case .boolean: .boolean(cell.flag)
    case .date1900, .date1904: cell.date.map { .date($0) } ?? .number(cell.number)
    }
  }
}
