import CZip

#if canImport(Glibc)
  import Glibc
#endif

/// A libzip source over the archive's bytes, which reads them in pieces without a copy of all.
final class ArchiveSource {
  private let bytes: [UInt8]
  private var position = 0
  private var error = zip_error_t()

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A source that lives until libzip frees it; nil when libzip cannot allocate it.
  static func create(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    let owner = Unmanaged.passRetained(ArchiveSource(bytes))
    let created = zip_source_function_create(
      { owner, data, length, command in
        guard let owner else { return -1 }
        let source = Unmanaged<ArchiveSource>.fromOpaque(owner)
        if command == ZIP_SOURCE_FREE {
          source.release()
          return 0
        }
        return source.takeUnretainedValue().answer(command, data, Int(clamping: length))
      }, owner.toOpaque(), &error)
    if created == nil { owner.release() }
    return created
  }

  /// Executes a source command and returns its result, −1 on failure.
  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data, length)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT: return describe(in: data)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, zip_uint64_t(length))
    case ZIP_SOURCE_SEEK: return seek(data, length)
    case ZIP_SOURCE_TELL: return zip_int64_t(position)
    case ZIP_SOURCE_SUPPORTS: return Self.supported
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  private func read(into data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    let count = min(length, bytes.count - position)
    bytes.withUnsafeBytes { all in
      if let data, let start = all.baseAddress { memcpy(data, start + position, count) }
    }
    position += count
    return zip_int64_t(count)
  }

  private func seek(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    guard let data else { return -1 }
    let offset = zip_source_seek_compute_offset(
      zip_uint64_t(position), zip_uint64_t(bytes.count), data, zip_uint64_t(length), &error)
    guard offset >= 0 else { return -1 }
    position = Int(offset)
    return 0
  }

  private func describe(in data: UnsafeMutableRawPointer?) -> zip_int64_t {
    guard let facts = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
    zip_stat_init(facts)
    facts.pointee.size = zip_uint64_t(bytes.count)
    facts.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  /// A bit mask of the supported commands.
  private static let supported = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(zip_int64_t(0)) { $0 | 1 << zip_int64_t($1.rawValue) }
}
