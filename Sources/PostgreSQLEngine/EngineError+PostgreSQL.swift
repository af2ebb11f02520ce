import Engine

/// An error of the server: its SQLSTATE of five characters and its message.
struct ServerError: Error {
  /// Empty if the connection is lost.
  let state: String
  let message: String
  let table: String?

  var isOfLostConnection: Bool {
    // 57P: the server is shutting down, crashed, or not started yet. 28: the login is refused.
    state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("28")
  }

  /// Whether another transaction holds the lock of a row or table, or no connection is free.
  var isBusy: Bool { ["55P03", "53300"].contains(state) }

  /// Whether a row with the same key exists.
  var isDouble: Bool { state == "23505" }

  /// Whether another transaction committed first: then this one may be retried.
  var isOvertaken: Bool {
    ["40001", "40P01"].contains(state) || isDouble && table == "entry"
  }

  /// The error of the engine's interface.
  func error(at path: String) -> EngineError {
    let code = Int32(state, radix: 36) ?? 0
    if isOfLostConnection { return .unreachable(path: path, message: message) }
    if isOvertaken { return .overtaken(path: path) }
    if isBusy { return .busy(path: path) }
    return switch state {
    case "53100": .diskFull(path: path)
    case "25006", "42501": .notWritable(path: path)
    case "3D000": .missing(path: path)
    case "22003": .refused(.overflow, code: code, message: message)
    case "23503": .strayReference(table: table ?? "")
    case "58030", "XX001", "XX002": .refused(.disk, code: code, message: message)
    default: .refused(.other, code: code, message: "\(state): \(message)")
    }
  }
}
