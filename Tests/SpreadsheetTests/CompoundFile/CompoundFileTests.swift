import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct CompoundFileTests {
  private static let small = Array("small".utf8)
  private static let large = (0..<6000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  /// The bytes of a stream of a file; nil when there is none of that name.
  private func stream(_ name: String, of file: [UInt8]) throws -> [UInt8]? {
    try file.withUnsafeBufferPointer { bytes in
      let content = try CompoundFile(bytes, limits: .standard).stream(name)
      return content.map { store in withExtendedLifetime(store) { Array(store.bytes) } }
    }
  }

  private func refusal(_ name: String, of file: [UInt8]) -> SpreadsheetError? {
    do {
      _ = try stream(name, of: file)
      return nil
    } catch {
      return error as? SpreadsheetError
    }
  }

  @Test(arguments: [512, 4096])
  func streamsLargeAndSmallAreRead(sectorSize: Int) throws {
    let file = CompoundFileFixture(
      streams: [("a", Self.small), ("B", Self.large), ("empty", [])], sectorSize: sectorSize)
    #expect(try stream("a", of: file.bytes) == Self.small)
    #expect(try stream("b", of: file.bytes) == Self.large)
    #expect(try stream("empty", of: file.bytes) == [])
    #expect(try stream("c", of: file.bytes) == nil)
  }

  @Test func theTableMayNeedAListOfItsSectors() throws {
    let huge = [UInt8](repeating: 7, count: 110 * 128 * 512)
    let file = CompoundFileFixture(streams: [("a", huge), ("b", Self.large)]).bytes
    #expect(try stream("a", of: file)?.count == huge.count)
    #expect(try stream("b", of: file) == Self.large)
  }

  @Test func theLastSectorMayBeCutShort() throws {
    // The stream comes before the tables, so they are kept and the stream is moved to the end.
    var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    let sectors = file.count / 512 - 1
    let table = 512 * sectors
    let last = (Self.large.count + 511) / 512 + 1
    file += Self.large.suffix(Self.large.count % 512)
    file.replaceSubrange(table + (last - 1) * 4..<table + last * 4, with: little(UInt32(sectors)))
    file.replaceSubrange(
      table + sectors * 4..<table + sectors * 4 + 4, with: little(CompoundFileFixture.end))
    #expect(try stream("a", of: file) == Self.large)
  }

  @Test func aChainThatLoopsIsRefused() {
    var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    let table = file.count - 512
    file.replaceSubrange(table + 16..<table + 20, with: little(UInt32(3)))
    #expect(refusal("a", of: file) == .damaged(part: nil, .chain))
  }

  @Test func aChainThatLeavesTheFileIsRefused() {
    var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    let table = file.count - 512
    file.replaceSubrange(table + 16..<table + 20, with: little(UInt32(0x00FF_FFFF)))
    #expect(refusal("a", of: file) == .damaged(part: nil, .chain))
  }

  @Test func aDirectoryWhoseChainLoopsIsRefused() {
    var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    let table = file.count - 512
    file.replaceSubrange(table + 4..<table + 8, with: little(UInt32(0)))
    #expect(refusal("a", of: file) == .damaged(part: nil, .chain))
  }

  @Test func aStreamThatClaimsMoreThanTheFileHoldsIsRefused() {
    for size in [UInt32(7000), 1 << 31, .max] {
      var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
      file.replaceSubrange(512 + 128 + 120..<512 + 128 + 124, with: little(size))
      #expect(refusal("a", of: file) == .damaged(part: nil, .chain))
    }
  }

  @Test func aListOfTableSectorsThatLoopsEnds() {
    var file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    // No table sector in the head, and a list whose sector is its own next one.
    file.replaceSubrange(0x4C..<0x50, with: little(CompoundFileFixture.free))
    file.replaceSubrange(0x44..<0x48, with: little(UInt32(5)))
    file.replaceSubrange(512 * 7 - 4..<512 * 7, with: little(UInt32(5)))
    #expect(refusal("a", of: file) == .damaged(part: nil, .chain))
  }

  @Test func neighboursInTheDirectoryThatLoopAreMetOnce() throws {
    var file = CompoundFileFixture(streams: [("a", Self.large), ("b", Self.small)]).bytes
    file.replaceSubrange(512 + 256 + 72..<512 + 256 + 76, with: little(UInt32(1)))
    #expect(try stream("a", of: file) == Self.large)
    #expect(try stream("b", of: file) == Self.small)
  }

  @Test func whatASmallFileCutsOffIsRefused() {
    let file = CompoundFileFixture(streams: [("a", Self.large)]).bytes
    for length in stride(from: 8, to: file.count - 512, by: 97) {
      #expect(refusal("a", of: Array(file.prefix(length))) != nil)
    }
  }

  @Test func aStreamInsideAStorageIsNoneOfTheRoot() throws {
    let file = CompoundFileFixture(storages: [("s", [("Workbook", Self.small)])]).bytes
    #expect(try stream("Workbook", of: file) == nil)
    #expect(try stream("s", of: file) == nil)
  }
}
