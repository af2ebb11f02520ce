import Ledger
import Wording

/// An error in one field of a form.
struct FieldFault: Hashable, Sendable {
  /// The `name` attribute of the field.
  let field: String
  let sentence: String
}

extension Failure {
  /// A refused form with the errors of its fields.
  static func refused(_ faults: [FieldFault], _ advice: String = "其余填的都还在，改好再提交。") -> Failure {
    var failure = Failure(422, "有 \(faults.count) 处不能采用，什么都没有写入。", advice)
    failure.fields = faults
    return failure
  }

  /// Refused answers, with each error at the field that its line of the answers came from.
  static func refused(
    _ faults: DecisionFaults, field: (_ line: Int) -> String?
  ) -> Failure {
    let fields = faults.faults.compactMap { fault in
      field(fault.line).map { FieldFault(field: $0, sentence: ErrorWording.words(fault.fact)) }
    }
    if !fields.isEmpty { return refused(fields) }
    let words = faults.faults.prefix(10).map { ErrorWording.words($0.fact) }
    let more = faults.faults.count > 10 ? "；另有 \(faults.faults.count - 10) 处" : ""
    return Failure(
      422, "有 \(faults.faults.count) 处不能采用，什么都没有写入：\(words.joined(separator: "；"))\(more)。",
      "改好再提交。")
  }
}
