import Foundation
import Ledger

/// The answers of a 认定 form: fields `w3.text`, `w3.subject`, `w3.choice` and, for a typed name, `w3.other`.
struct AnswerForm {
  private(set) var words: [DecisionFile.Word] = []
  /// The form field of each answer, by its line.
  private(set) var fields: [Int: String] = [:]
  /// Incomplete or contradictory answers.
  private(set) var faults: [FieldFault] = []

  init(_ form: Query) {
    let numbers = form.items.filter { $0.name.hasSuffix(".text") }.map {
      String($0.name.dropLast(".text".count))
    }
    for (line, number) in numbers.enumerated() {
      guard let text = form["\(number).text"],
        let subject = form["\(number).subject"].flatMap(Decision.Subject.init)
      else { continue }
      let typed = form["\(number).other"].map { $0.trimmingCharacters(in: .whitespaces) }
      fields[line + 1] = "\(number).\(typed == nil ? "choice" : "other")"
      guard let answer = answer(form["\(number).choice"] ?? "", typed, number) else { continue }
      words.append(
        DecisionFile.Word(line: line + 1, subject: subject, text: text, answer: answer))
    }
  }

  /// Returns the chosen or typed answer. A typed name counts as the choice if nothing else is chosen.
  private mutating func answer(
    _ choice: String, _ typed: String?, _ number: String
  ) -> DecisionFile.Answer? {
    switch (choice, typed) {
    case ("", nil): return nil
    case ("", let typed?), ("other", let typed?): return .known(typed)
    case ("new", let typed?): return .new(typed)
    case ("other", nil), ("new", nil):
      fault(number, "选了这一项，要写上名称")
    case (_, .some):
      fault(number, "选了一项，又另写了名称：只留一个")
    case ("ignore", nil): return .nothing
    default:
      if choice.hasPrefix("name:") { return .known(String(choice.dropFirst("name:".count))) }
      fault(number, "没有这一项")
    }
    return nil
  }

  private mutating func fault(_ number: String, _ sentence: String) {
    faults.append(FieldFault(field: "\(number).other", sentence: sentence))
  }
}

extension Decision.Subject {
  /// The kind's name for people.
  var words: String {
    switch self {
    case .chain: "产业链"
    case .unit: "单位"
    case .area: "县区"
    case .stage: "阶段"
    case .header: "列"
    case .project: "项目"
    }
  }
}

extension DecisionFile.Answer {
  var words: String {
    switch self {
    case .known(let text): text
    case .new(let name): "新增 \(name)"
    case .nothing: "忽略"
    }
  }
}
