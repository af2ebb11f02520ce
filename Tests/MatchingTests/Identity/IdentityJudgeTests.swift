import Intake
import Ledger
import Testing

@testable import Matching

/// How well the judge does on pairs that people labelled.
@Suite struct IdentityJudgeTests {
  /// How many pairs of each label got each verdict, and those that went wrong.
  private static func score(_ file: String) throws -> (
    counts: [String: [Judgement.Verdict: Int]], wrong: [String]
  ) {
    let catalogue = try Shipped.catalogue.get()
    let judge = IdentityJudge(catalogue)
    var counts: [String: [Judgement.Verdict: Int]] = [:]
    var wrong: [String] = []
    for pair in try LabelledPair.all(file) {
      let one = pair.a.known(catalogue)
      let other = pair.b.known(catalogue)
      let judgement = judge.judge(one, other)
      #expect(judge.judge(other, one).verdict == judgement.verdict, "\(pair.words)")
      counts[pair.label, default: [:]][judgement.verdict, default: 0] += 1
      if judgement.verdict.rawValue != pair.label {
        wrong.append("\(judgement.verdict) \(judgement.reason): \(pair.words)")
      }
    }
    return (counts, wrong)
  }

  @Test(arguments: ["pairs.jsonl", "held-out.jsonl"])
  func `不合并不同的项目，该问的才问`(file: String) throws {
    let (counts, wrong) = try Self.score(file)
    let same = counts["same"] ?? [:]
    let different = counts["different"] ?? [:]
    let unsure = counts["unsure"] ?? [:]
    let report = Comment(rawValue: wrong.joined(separator: "\n"))
    #expect(different[.same] ?? 0 == 0, report)
    #expect(unsure[.same] ?? 0 == 0, report)
    #expect((same[.same] ?? 0) * 100 >= same.values.reduce(0, +) * 95, report)
    #expect((different[.different] ?? 0) * 100 >= different.values.reduce(0, +) * 95, report)
    #expect((unsure[.unsure] ?? 0) * 100 >= unsure.values.reduce(0, +) * 90, report)
  }
}
