import Ledger

/// A name and a telephone number in one cell.
enum ContactText {
  /// The number goes to the telephone, the rest to the name; either may be missing.
  static func split(_ text: String) -> (contact: String?, phone: String?) {
    var phones: [String] = []
    var rest = ""
    var run = ""
    func closeRun() {
      let digits = run.filter(\.isNumber).count
      if digits >= 7 {
        phones.append(run.trimming { !$0.isNumber && $0 != "+" && $0 != "(" })
        rest.append(" ")
      } else {
        rest += run
      }
      run = ""
    }
    for character in text {
      let belongsToNumber =
        (character.isASCII && character.isNumber)
        || (!run.isEmpty && (character == "-" || character == "—"))
      if belongsToNumber {
        run.append(character)
      } else {
        closeRun()
        rest.append(character)
      }
    }
    closeRun()
    let name = CellText.unified(rest).trimming { " ,，、;；:：/()（）".contains($0) }
    return (name.isEmpty ? nil : name, phones.isEmpty ? nil : phones.joined(separator: "、"))
  }
}

extension String {
  /// The text without the characters of a kind at both ends.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var slice = self[...]
    while let first = slice.first, isTrimmed(first) { slice.removeFirst() }
    while let last = slice.last, isTrimmed(last) { slice.removeLast() }
    return String(slice)
  }
}
