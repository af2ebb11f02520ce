import Foundation
import Testing

@testable import Machine

/// What is put aside is read as before.
@Suite struct SpoolTests {
  private static let length = 300_001

  private static func filled(_ spool: Spool, _ seed: UInt8) -> MappedMemory {
    let memory = MappedMemory(length, spool: spool)
    for place in 0..<length {
      memory.start.storeBytes(
        of: UInt8(truncatingIfNeeded: place) &* 31 &+ seed, toByteOffset: place, as: UInt8.self)
    }
    memory.close()
    return memory
  }

  private static func isIntact(_ memory: MappedMemory, _ seed: UInt8) -> Bool {
    (0..<length).allSatisfy { place in
      memory.start.load(fromByteOffset: place, as: UInt8.self)
        == UInt8(truncatingIfNeeded: place) &* 31 &+ seed
    }
  }

  @Test func `what is too much for memory is read from a file, at rest or not`() {
    let spool = Spool(enough: 2 * Self.length, folder: NSTemporaryDirectory())
    var pieces = (0..<5).map { Self.filled(spool, UInt8($0)) }
    // The third one is too much; aside, it leaves room for none but those that stay.
    #expect(pieces.map(\.isAside) == [false, false, true, true, true])
    for _ in 0..<2 {
      for (seed, memory) in pieces.enumerated() {
        #expect(Self.isIntact(memory, UInt8(seed)))
        memory.rest()
      }
    }
    #expect(spool.size > 3 * Self.length)
    pieces.removeLast(2)
    #expect(Self.isIntact(pieces[2], 2))
    pieces = []
    #expect(spool.size == 0)
    #expect(!Self.filled(spool, 9).isAside)
  }

  @Test func `of what is aside only so much stands in memory as was touched lately`() {
    let spool = Spool(enough: 0, folder: NSTemporaryDirectory())
    let pieces = (0..<(Spool.most * 2)).map { seed in
      let memory = MappedMemory(1 << 14, spool: spool)
      memory.start.storeBytes(of: UInt8(seed), as: UInt8.self)
      memory.close()
      return memory
    }
    for _ in 0..<2 {
      for (seed, memory) in pieces.enumerated() {
        memory.touch()
        #expect(memory.isNear && memory.start.load(as: UInt8.self) == UInt8(seed))
        #expect(pieces.count(where: \.isNear) <= Spool.most)
      }
    }
    // Touched again and again it stays.
    let first = pieces[0]
    first.touch()
    for memory in pieces.dropFirst().prefix(Spool.most - 1) { memory.touch() }
    #expect(first.isNear)
  }

  @Test func `where no file can be, everything stays in memory`() {
    let spool = Spool(enough: 0, folder: "/dev/null/nowhere")
    let memory = Self.filled(spool, 3)
    memory.rest()
    #expect(!memory.isAside && Self.isIntact(memory, 3))
  }

  @Test func `little memory is the allocator's`() {
    let spool = Spool(enough: 0, folder: NSTemporaryDirectory())
    let memory = MappedMemory(100, spool: spool)
    memory.close()
    memory.rest()
    #expect(!memory.isAside && spool.size == 0)
  }

  @Test func `nothing of the file is left in its folder`() throws {
    let folder = NSTemporaryDirectory() + "/spool-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let spool = Spool(enough: 0, folder: folder)
    let memory = Self.filled(spool, 1)
    #expect(memory.isAside)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(Self.isIntact(memory, 1))
  }
}
