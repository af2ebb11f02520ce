import Wording

/// Exit codes of the command, after `sysexits.h`.
enum ExitStatus: Int32 {
  case done = 0
  case doneWithErrors = 1
  case usage = 64
  case data = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  case temporary = 75
  case forbidden = 77
  case interrupted = 130

  /// The exit code for a kind of error.
  init(_ kind: ErrorWording.Kind) {
    self =
      switch kind {
      case .usage: .usage
      case .data: .data
      case .noInput: .noInput
      case .doneWithErrors: .doneWithErrors
      case .software: .software
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .temporary: .temporary
      case .forbidden: .forbidden
      case .interrupted: .interrupted
      }
  }
}
