/// Little-endian integers, as in OLE2 and BIFF files. Reads outside the bytes return 0, so that no
/// offset in a file can reach beyond them.
extension Bytes {
  @inline(__always)
  func uint8(_ offset: Int) -> Int {
    offset >= 0 && offset < count ? Int(self[offset]) : 0
  }

  @inline(__always)
  func uint16(_ offset: Int) -> Int { Int(load(offset, as: UInt16.self)) }

  @inline(__always)
  func uint32(_ offset: Int) -> Int { Int(load(offset, as: UInt32.self)) }

  @inline(__always)
  func uint64(_ offset: Int) -> UInt64 { load(offset, as: UInt64.self) }

  /// The bytes of a range, clipped at the end.
  func slice(_ offset: Int, _ length: Int) -> Bytes {
    guard offset >= 0, offset < count, length > 0 else { return Bytes(start: nil, count: 0) }
    return Bytes(rebasing: self[offset..<offset + Swift.min(length, count - offset)])
  }

  @inline(__always)
  private func load<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type) -> Value {
    let size = MemoryLayout<Value>.size
    guard offset >= 0, size <= count, offset <= count - size else { return 0 }
    let raw = UnsafeRawBufferPointer(self)
    return Value(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: type))
  }
}
