/// What a number format shows, as far as reading needs it: which parts of a date, if any.
enum NumberFormat {
  /// The parts a built-in format shows; nil for numbers and texts.
  ///
  /// 27–36 and 50–58 are the Chinese built-in formats of ECMA-376 18.8.30.
  static func builtInParts(_ id: Int) -> DateParts? {
    switch id {
    case 14, 15, 31, 36, 50...54, 56, 58: id == 58 || id == 54 ? [.month, .day] : .calendar
    case 16, 28, 29, 30: id == 30 ? .calendar : [.month, .day]
    case 17, 27, 55, 57: [.year, .month]
    case 18, 20, 32, 34: [.hour, .minute]
    case 19, 21, 33, 35: [.hour, .minute, .second]
    case 22: [.year, .month, .day, .hour, .minute]
    case 45: [.minute, .second]
    case 46: [.hour, .minute, .second, .elapsed]
    case 47: [.minute, .second]
    default: nil
    }
  }

  /// The parts a format code shows; nil for numbers and texts.
  static func parts(ofCode code: String) -> DateParts? {
    var parts: DateParts = []
    var previous: Character?
    var pendingMinutes = false
    var scalars = Array(code)[...]
    var isDate = false
    while let character = scalars.first {
      scalars = scalars.dropFirst()
      switch character {
      case ";": scalars = []
      case "\\", "_", "*": scalars = scalars.dropFirst()
      case "\"":
        scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "[":
        let content = String(scalars.prefix { $0 != "]" }).lowercased()
        scalars = scalars.drop { $0 != "]" }.dropFirst()
        if !content.isEmpty, content.allSatisfy({ $0 == "h" }) || content.allSatisfy({ $0 == "m" })
          || content.allSatisfy({ $0 == "s" })
        {
          parts.insert([.elapsed, content.hasPrefix("h") ? .hour : content.hasPrefix("m") ? .minute : .second])
          isDate = true
          previous = content.first
        }
      case "y", "Y", "e", "E":
        if character == "E" || character == "e", scalars.first == "+" || scalars.first == "-" {
          return nil
        }
        parts.insert(.year)
        (isDate, previous) = (true, "y")
      case "d", "D":
        parts.insert(.day)
        (isDate, previous) = (true, "d")
      case "h", "H":
        parts.insert(.hour)
        (isDate, previous) = (true, "h")
      case "s", "S":
        parts.insert(.second)
        if pendingMinutes {
          parts.insert(.minute)
          if previous == "m" { parts.remove(.month) }
        }
        (isDate, previous) = (true, "s")
      case "m", "M":
        while scalars.first == "m" || scalars.first == "M" { scalars = scalars.dropFirst() }
        // Minutes stand behind hours, or before seconds; every other m is a month.
        if previous == "h" || parts.contains(.elapsed) {
          parts.insert(.minute)
        } else {
          pendingMinutes = !parts.contains(.month)
          parts.insert(.month)
        }
        (isDate, previous) = (true, "m")
      case "0", "#", "?":
        if !isDate { return nil }
      case "G", "g":
        if code.lowercased().hasPrefix("general") { return nil }
      case "@": return nil
      default: break
      }
    }
    return isDate ? parts : nil
  }
}
