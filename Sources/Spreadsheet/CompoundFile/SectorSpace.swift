/// Sectors of one size and the table that chains them: those of a compound file ([MS-CFB] §2.3), or the
/// small ones of its mini stream (§2.4).
struct SectorSpace {
  /// The bytes from sector 0; the last sector may be cut short.
  private let bytes: Bytes
  private let sectorSize: Int
  /// For every sector, the next one in its chain.
  private let table: [UInt32]

  private static let endOfChain = 0xFFFF_FFFE

  init(_ bytes: Bytes, sectorSize: Int, table: [UInt32]) {
    self.bytes = bytes
    self.sectorSize = sectorSize
    self.table = table
  }

  /// The sector numbers in a sector of the table or of a list.
  static func links(_ bytes: Bytes) -> [UInt32] {
    (0..<bytes.count / 4).map { UInt32(bytes.uint32($0 * 4)) }
  }

  /// The bytes of a chain, limited to `size`, or all when it is nil. Throws `damaged` when the chain is
  /// broken or too short.
  func read(from first: Int, size: Int? = nil) throws(SpreadsheetError) -> ByteBuffer {
    guard size ?? 0 <= bytes.count else { throw .damaged(part: nil, .chain) }
    var content = ByteBuffer(capacity: size ?? sectorSize)
    var seen = [Bool](repeating: false, count: (bytes.count + sectorSize - 1) / sectorSize)
    var sector = first
    while sector != Self.endOfChain, size.map({ content.count < $0 }) ?? true {
      guard sector < seen.count, !seen[sector] else { throw .damaged(part: nil, .chain) }
      seen[sector] = true
      let left = size.map { $0 - content.count } ?? sectorSize
      content.append(bytes.slice(sector * sectorSize, min(sectorSize, left)))
      sector = sector < table.count ? Int(table[sector]) : Self.endOfChain
    }
    guard size ?? content.count == content.count else { throw .damaged(part: nil, .chain) }
    return content
  }
}

extension SectorSpace {
  /// Opens the sectors of a file and assembles their table, which is stored in sectors itself.
  init(_ header: CompoundFileHeader, of file: Bytes) throws(SpreadsheetError) {
    let sectorSize = header.sectorSize
    let bytes = file.slice(sectorSize, file.count)
    let linksPerSector = sectorSize / 4
    let sectors = (bytes.count + sectorSize - 1) / sectorSize
    var left = (sectors + linksPerSector - 1) / linksPerSector
    var table: [UInt32] = []
    func add(_ tableSectors: [Int]) {
      for sector in tableSectors where left > 0 {
        let links = Self.links(bytes.slice(sector * sectorSize, sectorSize))
        table += links
        // After a missing sector the table's indices would be wrong.
        left = links.count == linksPerSector ? left - 1 : 0
      }
    }
    add(header.tableSectors)
    var next = header.firstListSector
    var steps = 0
    while left > 0, next < sectors {
      guard steps < sectors else { throw .damaged(part: nil, .chain) }
      steps += 1
      let list = Self.links(bytes.slice(next * sectorSize, sectorSize)).map(Int.init)
      guard list.count == linksPerSector else { throw .damaged(part: nil, .chain) }
      add(list.dropLast())
      next = list.last ?? Self.endOfChain
    }
    self.init(bytes, sectorSize: sectorSize, table: table)
  }
}
