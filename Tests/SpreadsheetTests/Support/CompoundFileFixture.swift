import TestSupport

/// A compound file made by hand: the streams and the storages of its root.
///
/// Sector 0 is the directory, then come the streams, and last the tables, so that a test knows where
/// to damage what.
struct CompoundFileFixture {
  var streams: [(name: String, bytes: [UInt8])] = []
  /// Storages, each with the streams inside it.
  var storages: [(name: String, streams: [(name: String, bytes: [UInt8])])] = []
  var sectorSize = 512
  /// Streams below this many bytes go into the mini stream.
  var cutoff = 4096

  /// The number that stands for no sector and no entry, and the one that ends a chain.
  static let free = UInt32.max
  static let end = UInt32.max - 1

  /// The file.
  var bytes: [UInt8] {
    var writer = CompoundFileWriter(sectorSize: sectorSize, cutoff: cutoff)
    var entries: [DirectoryLine] = []
    for stream in streams {
      entries.append(writer.add(stream.name, stream.bytes))
    }
    var inner: [DirectoryLine] = []
    let first = 1 + streams.count + storages.count
    for storage in storages {
      let start = first + inner.count
      inner += DirectoryLine.chained(
        storage.streams.map { writer.add($0.name, $0.bytes) }, from: start)
      entries.append(
        DirectoryLine(
          name: storage.name, kind: 1,
          child: storage.streams.isEmpty ? Self.free : UInt32(start)))
    }
    return writer.file(DirectoryLine.chained(entries, from: 1) + inner)
  }
}

/// An entry of the directory; siblings hang below one another to the right.
struct DirectoryLine {
  var name: String
  var kind: UInt8
  var right = CompoundFileFixture.free
  var child = CompoundFileFixture.free
  var sector: UInt32 = 0
  var size = 0

  var bytes: [UInt8] {
    let units = utf16(name)
    return units + [UInt8](repeating: 0, count: 64 - units.count)
      + little(UInt16(units.count + 2)) + [kind, 1] + little(CompoundFileFixture.free)
      + little(right) + little(child) + [UInt8](repeating: 0, count: 36) + little(sector)
      + little(UInt64(size))
  }

  /// Lines that stand from a place of the directory on, each the right neighbour of the one before.
  static func chained(_ lines: [DirectoryLine], from start: Int) -> [DirectoryLine] {
    lines.enumerated().map { index, line in
      var line = line
      if index + 1 < lines.count { line.right = UInt32(start + index + 1) }
      return line
    }
  }
}

/// Lays sectors and their tables out.
private struct CompoundFileWriter {
  let sectorSize: Int
  let cutoff: Int
  private var sectors: [UInt8] = []
  private var table: [UInt32] = []
  private var small: [UInt8] = []
  private var smallTable: [UInt32] = []
  private let directorySectors = 2

  init(sectorSize: Int, cutoff: Int) {
    self.sectorSize = sectorSize
    self.cutoff = cutoff
    _ = place([UInt8](repeating: 0, count: sectorSize * directorySectors))
  }

  /// Puts a stream where its size wants it and gives its entry.
  mutating func add(_ name: String, _ bytes: [UInt8]) -> DirectoryLine {
    let sector =
      bytes.count < cutoff
      ? Self.chain(bytes, size: 64, in: &small, &smallTable) : place(bytes)
    return DirectoryLine(name: name, kind: 2, sector: sector, size: bytes.count)
  }

  /// The file with this directory.
  mutating func file(_ lines: [DirectoryLine]) -> [UInt8] {
    let miniTable = place(smallTable.flatMap { little($0) })
    let root = DirectoryLine(
      name: "Root Entry", kind: 5, child: lines.isEmpty ? CompoundFileFixture.free : 1,
      sector: place(small), size: small.count)
    let directory = ([root] + lines).flatMap(\.bytes)
    precondition(directory.count <= sectorSize * directorySectors)
    sectors.replaceSubrange(0..<directory.count, with: directory)
    let (tableSectors, lists, firstList) = addTables()
    var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    head += [UInt8](repeating: 0, count: 16) + little(UInt16(0x3E))
    head += little(UInt16(sectorSize == 512 ? 3 : 4)) + [0xFE, 0xFF]
    head += little(UInt16(sectorSize == 512 ? 9 : 12)) + little(UInt16(6))
    head += [UInt8](repeating: 0, count: 10) + little(UInt32(tableSectors.count))
    head += little(UInt32(0)) + little(UInt32(0)) + little(UInt32(cutoff))
    head += little(miniTable) + little(UInt32(smallTable.isEmpty ? 0 : 1))
    head += little(firstList) + little(UInt32(lists))
    for index in 0..<109 {
      head += little(tableSectors.indices.contains(index) ? tableSectors[index] : .max)
    }
    head += [UInt8](repeating: 0, count: sectorSize - head.count)
    return head + sectors
  }

  /// Adds the sectors of the table, and of the list of them that the head has no room for.
  private mutating func addTables() -> (sectors: [UInt32], lists: Int, firstList: UInt32) {
    let perSector = sectorSize / 4
    let used = table.count
    var tables = 1
    var lists = 0
    while tables * perSector < used + tables + lists {
      tables += 1
      lists = (max(0, tables - 109) + perSector - 2) / (perSector - 1)
    }
    let numbers = (0..<tables).map { UInt32(used + $0) }
    table += [UInt32](repeating: .max - 2, count: tables)
    table += [UInt32](repeating: .max - 3, count: lists)
    table += [UInt32](repeating: .max, count: tables * perSector - table.count)
    sectors += table.flatMap { little($0) }
    for list in 0..<lists {
      let start = 109 + list * (perSector - 1)
      let listed = (start..<start + perSector - 1).map {
        numbers.indices.contains($0) ? numbers[$0] : .max
      }
      let next = list + 1 < lists ? UInt32(used + tables + list + 1) : CompoundFileFixture.end
      sectors += (listed + [next]).flatMap { little($0) }
    }
    return (numbers, lists, lists > 0 ? UInt32(used + tables) : CompoundFileFixture.end)
  }

  private mutating func place(_ bytes: [UInt8]) -> UInt32 {
    Self.chain(bytes, size: sectorSize, in: &sectors, &table)
  }

  private static func chain(
    _ bytes: [UInt8], size: Int, in sectors: inout [UInt8], _ table: inout [UInt32]
  ) -> UInt32 {
    guard !bytes.isEmpty else { return CompoundFileFixture.end }
    let first = UInt32(table.count)
    let count = (bytes.count + size - 1) / size
    sectors += bytes + [UInt8](repeating: 0, count: count * size - bytes.count)
    for index in 1...count {
      table.append(index == count ? CompoundFileFixture.end : first + UInt32(index))
    }
    return first
  }
}
