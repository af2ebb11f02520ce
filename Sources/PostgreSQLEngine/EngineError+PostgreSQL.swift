import Engine

/// What a server refused: its code of five letters (SQLSTATE) and its words.
struct ServerError: Error {
  /// Empty where the connection is lost.
  let state: String
  let message: String
  let table: String?

  var isOfLostConnection: Bool {
    // 57P: the server is shut down, crashed, or not up yet.
    state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("28")
  }

  /// Whether somebody else holds what was asked for: a row or table's lock, or the last connection.
  var isBusy: Bool { ["55P03", "53300"].contains(state) }

  /// Whether there is a row of the same key.
  var isDouble: Bool { state == "23505" }

  /// Whether somebody else's transaction came first: then this one may be tried again.
  var isOvertaken: Bool {
    ["40001", "40P01"].contains(state) || isDouble && table == "entry"
  }

  /// The same to those above the engine.
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
