import Engine

extension StorageError {
  /// Runs `body` and converts the engine's errors to the store's.
  package static func translating<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as EngineError { throw StorageError(error) }
  }

  /// Converts an engine's error.
  init(_ error: EngineError) {
    self =
      switch error {
      case .missing(let path): .missing(path: path)
      case .notAFile(let path, let isFolder): .notAFile(path: path, isFolder: isFolder)
      case .severalNames(let path, let count): .severalNames(path: path, count: count)
      case .nameNotText(let path): .nameNotText(path: path)
      case .notALedger(let path): .notALedger(path: path)
      case .newerSchema(let found, let known): .newerSchema(found: found, known: known)
      case .busy(let path): .busy(path: path)
      case .diskFull(let path): .diskFull(path: path)
      case .notWritable(let path): .notWritable(path: path)
      case .notReadable(let path): .notReadable(path: path)
      case .unreachable(let path, let message): .unreachable(path: path, message: message)
      case .overtaken(let path): .overtaken(path: path)
      case .unknownLogin(let login): .unknownLogin(login)
      case .notOffered(let path): .notOffered(path: path)
      case .unreadableLog(let path): .unreadableLog(path: path)
      case .strayReference(let table): .damaged(table: table, row: 0)
      case .backupIsLedger(let path): .backupIsLedger(path: path)
      case .file(let path, let action, let errno): .file(path: path, action: action, errno: errno)
      case .refused(.disk, let code, let message): .diskFailed(code: code, message: message)
      case .refused(_, let code, let message): .engine(code: code, message: message)
      }
  }
}
