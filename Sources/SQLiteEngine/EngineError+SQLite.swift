import Engine
import GRDBSQLite
import Machine

extension EngineError {
  /// The error for an SQLite result code; `system` is the system's error number, if known.
  init(code: Int32, message: String, path: String, system: Int32 = 0) {
    let kind = code & 0xFF
    let isOfSystem = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN
    // SQLite reports no error number if there is no space for the index of a log, which readers create too.
    let hasNoRoom = code == SQLITE_IOERR | 19 << 8 || Disk.isFull(system)
    if isOfSystem, hasNoRoom || Disk.isFull(in: Disk.folder(of: path)) {
      self = .diskFull(path: path)
      return
    }
    self =
      switch kind {
      case SQLITE_FULL: .diskFull(path: path)
      case SQLITE_NOTADB: .notALedger(path: path)
      case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .notWritable(path: path)
      case SQLITE_IOERR: .refused(.disk, code: code, message: message)
      case SQLITE_ERROR where message == "integer overflow":
        .refused(.overflow, code: code, message: message)
      default: .refused(.other, code: code, message: message)
      }
  }

  /// Whether the disk is the cause.
  var isOfDisk: Bool {
    switch self {
    case .diskFull, .refused(.disk, _, _): true
    default: false
    }
  }
}
