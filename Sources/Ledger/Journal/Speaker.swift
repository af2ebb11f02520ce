/// Who speaks through a list: its sender, else the list itself by what its file is called, whatever month it
/// is of. Lists that name no sender are never one sender for that.
package enum Speaker {
  private static let mark: Character = "/"

  /// What the words of a list are kept under.
  package static func name(sender: String, file: String) -> String {
    sender.isEmpty ? String(mark) + title(of: file) : sender
  }

  /// The file's name that stands for a sender nobody named; nil for a sender.
  package static func unnamed(_ speaker: String) -> String? {
    speaker.first == mark ? String(speaker.dropFirst()) : nil
  }

  /// What a file is called without folders, ending, and the times that its name states.
  package static func title(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
    var title = String(stem)
    for times in [years, spans, words] { title = title.replacing(times, with: "") }
    for empty in ["（）", "()"] { title = title.replacing(empty, with: "") }
    let bare = title.trimming { !$0.isLetter && !$0.isNumber && !"（）()《》“”".contains($0) }
    return bare.isEmpty ? String(stem) : bare
  }

  /// 2026年3月31日, 2026-03, 202603.
  private static var years: Regex<Substring> {
    #/(?:截至)?(?:19|20)\d\d年?(?:度)?(?:[-._]?(?:1[0-2]|0?[1-9])月?(?:份|底)?(?:[-._]?(?:[12]\d|3[01]|0?[1-9])日?)?)?/#
  }
  /// 1-3月, 3月份.
  private static var spans: Regex<Substring> {
    #/(?:截至)?(?:1[0-2]|0?[1-9])(?:[-—～~至](?:1[0-2]|0?[1-9]))?月(?:份|底)?(?:[12]?\d日|3[01]日)?/#
  }
  /// 三月, 第一季度, 上半年, march.
  private static var words: Regex<Substring> {
    #/(?i)[一二三四五六七八九十]{1,2}月份?|第?[一二三四1-4]季度|[上下]半年|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/#
  }
}

extension String {
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    let start = drop(while: isDropped)
    let kept = start.lastIndex { !isDropped($0) }.map { start[...$0] } ?? ""
    return String(kept)
  }
}
