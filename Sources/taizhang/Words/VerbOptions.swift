import Wording

/// The options of the running verb: a hint names no option that the verb does not have.
struct VerbOptions {
  private let names: Set<Substring>

  /// Extracts the options from the verb's own help.
  init(help: String) {
    let lines = help.split(separator: "\n").filter { line in
      line.drop { $0 == " " }.hasPrefix("-")
    }
    names = Set(lines.flatMap { Self.options(in: String($0)) })
  }

  private static func options(in text: String) -> [Substring] {
    text.matches(of: #/--[a-z]+(?:-[a-z]+)*/#).map(\.output)
  }

  /// The clauses of a hint whose options belong to this verb, or to commands they name; nil if there are none.
  func fitting(_ hint: String) -> String? {
    let clauses = hint.split(separator: "；").filter { clause in
      Self.options(in: Self.withoutVerbs(clause)).allSatisfy(names.contains)
    }
    guard !clauses.isEmpty else { return nil }
    let text = clauses.joined(separator: "；")
    return hint.hasSuffix("。") && !text.hasSuffix("。") ? text + "。" : text
  }

  /// A clause without the commands that it spells out.
  private static func withoutVerbs(_ clause: Substring) -> String {
    String(clause).replacing(#/taizhang [^，。：]*/#, with: "")
  }
}
