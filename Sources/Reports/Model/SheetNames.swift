/// Names of sheets as workbooks take them: at most 31 characters, none of `[]:*?/\`, each once.
enum SheetNames {
  static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let plain = String(name.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(28))
      var candidate = plain
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(plain)\(number)"
        number += 1
      }
      return candidate
    }
  }
}
