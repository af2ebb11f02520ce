import Ledger
import Operations
import Wording

/// The register of sent books as text.
enum PublicationWords {
  static func table(_ publications: [Publication], _ catalogue: Catalogue) -> [String] {
    if publications.isEmpty { return ["暂无发出记录。"] }
    var table = TextTable([
      ("时间", .left), ("经办人", .left), ("报表", .left), ("版次", .right), ("项目", .right), ("范围", .left),
      ("文件", .left),
    ])
    for publication in publications {
      table.add([
        ShanghaiCalendar.text(publication.at), publication.actor,
        Book(rawValue: publication.book)?.title ?? publication.book, String(publication.revision),
        String(publication.projects), scope(of: publication, catalogue),
        publication.file,
      ])
    }
    return table.lines
  }

  /// Which projects it was about, in words.
  private static func scope(of publication: Publication, _ catalogue: Catalogue) -> String {
    guard let filter = try? ProjectFilter(queryText: publication.filter) else {
      return publication.filter
    }
    return filter.isEmpty ? "全部" : filter.sentence(catalogue)
  }
}

/// The results of writing several files as text.
enum FileWords {
  /// Prints the paths of the written files, after noting which failed and why. Returns whether all were written.
  static func report(_ files: [WrittenFile]) throws -> Bool {
    for file in files {
      guard let failure = file.failure else { continue }
      Terminal.note("没有写出 \(file.title)：\(failure.statement)\(failure.hint?.words ?? "")")
    }
    let standing = files.filter { $0.failure == nil }
    try Terminal.answer(standing.map(\.path))
    return standing.count == files.count
  }
}

/// How a book compares with the ledger, as text.
enum BookWords {
  static func lines(_ book: BookVerification) -> [String] {
    var lines = ["内容：" + book.content.verdict] + book.content.particulars.map { "  " + $0 }
    lines.append("来源：" + book.origin)
    guard let since = book.since else { return lines }
    lines.append("变动：" + since)
    lines += book.entries.suffix(10).map { entry in
      "  第 \(entry.number) 号  \(ShanghaiCalendar.text(entry.at))  \(entry.actor)  \(entry.kind.words)"
    }
    if book.touched > 0 { lines.append("办法：重新导出；或 taizhang export changes --since 日期 看变了什么。") }
    return lines
  }
}
