import Synchronization

/// The source of a list's statements: its sender, else the list itself, by its file name without any month.
/// Lists without a sender are not all treated as one sender.
package enum Speaker {
  private static let mark: Character = "/"

  /// The speaker's name, under which statements are stored.
  package static func name(sender: String, file: String) -> String {
    sender.isEmpty ? String(mark) + title(of: file) : sender
  }

  /// The file title in place of an unknown sender; nil for a sender.
  package static func unnamed(_ speaker: String) -> String? {
    speaker.first == mark ? String(speaker.dropFirst()) : nil
  }

  /// A file's name without folders, extension and times; cached.
  package static func title(of file: String) -> String {
    if let known = titles.withLock({ $0[file] }) { return known }
    let title = titleAnew(of: file)
    titles.withLock { $0[file] = title }
    return title
  }

  private static let titles = Mutex<[String: String]>([:])

  private static func titleAnew(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
    var title = String(stem)
    for times in [years, spans, words] { title = title.replacing(times, with: "") }
    for empty in ["（）", "()"] { title = title.replacing(empty, with: "") }
    let bare = title.trimming { !$0.isLetter && !$0.isNumber && !"（）()《》“”".contains($0) }
    return bare.isEmpty ? String(stem) : bare
  }

  /// Matches 2026年3月31日, 2026-03, 202603.
  private static var years: Regex<Substring> {
    #/(?:截至)?(?:19|20)\d\d年?(?:度)?(?:[-._]?(?:1[0-2]|0?[1-9])月?(?:份|底)?(?:[-._]?(?:[12]\d|3[01]|0?[1-9])日?)?)?/#
  }
  /// Matches 1-3月, 3月份.
  private static var spans: Regex<Substring> {
    #/(?:截至)?(?:1[0-2]|0?[1-9])(?:[-—～~至](?:1[0-2]|0?[1-9]))?月(?:份|底)?(?:[12]?\d日|3[01]日)?/#
  }
  /// Matches 三月, 第一季度, 上半年, march.
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
