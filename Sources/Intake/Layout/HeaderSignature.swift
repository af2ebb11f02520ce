/// Headers in a form that is the same every month: without hints, and with any year and month alike
/// (1-3月完成投资, 1-4月完成投资).
enum HeaderSignature {
  /// The form of labels from top to leaf.
  static func form(of labels: [HeaderLabel]) -> String {
    labels.filter { !$0.isUnitOnly && !$0.isEmpty }.map { form(ofLabel: $0.words) }
      .joined(separator: "/")
  }

  /// The form of a path written with `/` between its labels.
  static func form(of path: String) -> String {
    form(of: path.split { $0 == "/" || $0 == "／" }.map { HeaderLabel(String($0)) })
  }

  /// The form of such a path; the column's letters if it has no labels.
  static func form(of path: String, else letters: String) -> String {
    path.isEmpty ? letters : form(of: path)
  }

  /// Replaces every run of digits before 年 and 月, such as 1-4月 and 12月, by one mark.
  private static func form(ofLabel label: String) -> String {
    var form = ""
    var pending = ""
    for character in HeaderLabel.comparable(label) {
      if character.isASCII && character.isNumber || !pending.isEmpty && "-—~至".contains(character) {
        pending.append(character)
        continue
      }
      form += !pending.isEmpty && "年月".contains(character) ? "#" : pending
      pending = ""
      form.append(character)
    }
    return form + pending
  }
}
