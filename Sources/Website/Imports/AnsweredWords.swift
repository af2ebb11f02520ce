import Intake
import Ledger
import Operations
import Wording

/// The answers given about a list so far, each of which can be withdrawn, even if it no longer applies and no plan can
/// be made.
enum AnsweredWords {
  static func view(_ draft: ImportDraft, _ catalogue: Catalogue) -> View {
    let words = draft.answers.words.map { word in
      View([
        "call": word.call,
        "said": "\(word.subject.words)“\(word.text)” → \(answer(word, catalogue))",
      ])
    }
    let conflicts = draft.answers.conflicts.map { conflict in
      View([
        "call": conflict.call,
        "said": "项目 \(conflict.project) \(ValueWords.columnLabel(conflict.field, catalogue)) → "
          + resolution(conflict.resolution),
      ])
    }
    return View([
      "decided": words + conflicts, "hasDecided": !(words + conflicts).isEmpty,
      "forget": Address.draft(draft.number, "forget"),
    ])
  }

  private static func answer(_ word: DecisionFile.Word, _ catalogue: Catalogue) -> String {
    guard word.subject == .header, case .known(let text) = word.answer else {
      return word.answer.words
    }
    return ValueWords.columnLabel(text, catalogue)
  }

  private static func resolution(_ text: String) -> String {
    switch text {
    case "list": "清单"
    case "hand": "台账"
    default: text
    }
  }
}
