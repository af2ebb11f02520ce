/// An OLE2 compound file ([MS-CFB]): a small file system of storages and streams.
///
/// Workbooks of Excel 97–2003 and of WPS are streams in one, and so are encrypted packages.
struct CompoundFile {
  private let header: CompoundFileHeader
  private let sectors: SectorSpace
  private let directory: Directory
  private let limits: Limits

  /// The first bytes of every compound file.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Reads the header and the directory. The bytes must outlive the compound file.
  init(_ bytes: Bytes, limits: Limits) throws(SpreadsheetError) {
    header = try CompoundFileHeader(bytes)
    sectors = try SectorSpace(header, of: bytes)
    let content = try sectors.read(from: header.firstDirectorySector)
    directory = try Directory(content.bytes, of: header, limits: limits)
    self.limits = limits
  }

  /// Whether the root has a stream or storage of this name, ignoring case.
  func contains(_ name: String) -> Bool { directory[name] != nil }

  /// The bytes of a stream of the root; nil when there is none of that name.
  func stream(_ name: String) throws(SpreadsheetError) -> ByteStore? {
    guard let entry = directory[name], entry.kind == .stream else { return nil }
    guard entry.size <= limits.partBytes else { throw .exceeded(.partBytes, part: name, at: nil) }
    guard entry.size < header.miniStreamCutoff else {
      return ByteStore(try sectors.read(from: entry.firstSector, size: entry.size))
    }
    return try miniStream(entry)
  }

  /// Reads a stream below the cutoff size, from small sectors inside the root's own stream.
  private func miniStream(_ entry: DirectoryEntry) throws(SpreadsheetError) -> ByteStore {
    let root = directory.root
    let content = try sectors.read(from: root.firstSector, size: root.size)
    let table = try sectors.read(from: header.firstMiniTableSector)
    let space = SectorSpace(
      content.bytes, sectorSize: header.miniSectorSize, table: SectorSpace.links(table.bytes))
    return ByteStore(try space.read(from: entry.firstSector, size: entry.size))
  }
}
