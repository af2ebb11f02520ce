package import Ledger

/// Words for the faults of a file of decisions.
extension ErrorWording {
  static func words(_ error: DecisionFaults) -> ErrorWording {
    let shown = error.faults.prefix(10).map { "第 \($0.line) 行：\(words($0.fact))" }
    let more = error.faults.count > 10 ? "；另有 \(error.faults.count - 10) 处" : ""
    return Self(
      "文件有 \(error.faults.count) 处不能采用，什么都没有写入：" + shown.joined(separator: "；") + more + "。",
      .retry(.answers), .data)
  }

  static func words(_ error: FileNode.Failure) -> ErrorWording {
    switch error.fact {
    case .repeated:
      Self(
        "文件里用了 YAML 的锚点和别名（第 \(error.line) 行的 &名称，别处的 *名称），不读取。",
        advice: "把要重复的内容照写一遍；文字里的 & 和 * 后面紧跟字母、数字的，加双引号，写成 \\x26 和 \\x2A。", .data)
    case .keyTwice(let key):
      Self("第 \(error.line) 行附近「\(key)」写了两次。", advice: "一处只写一次；要写几条的，每条以 - 开头。", .data)
    case .empty:
      Self("文件里什么都没有写。", .retry(.answers), .data)
    case .malformed(let problem):
      Self(
        "文件不是规范的 YAML（第 \(error.line) 行\(YAMLWords.words(problem).map { "：\($0)" } ?? "")）。",
        .retry(.spelling), .data)
    }
  }

  /// The fault of one line.
  package static func words(_ fact: DecisionFault.Fact) -> String {
    func maybe(_ names: [String]) -> String {
      names.isEmpty ? "" : "，是不是“\(names.joined(separator: "”“"))”"
    }
    return switch fact {
    case .noDecisions: "没有 decisions、headers 或 conflicts"
    case .unknownMember(let name): "不认识“\(name)”"
    case .incomplete: "缺少 kind、value，或 header、field，或 project、field，或 column、header、field"
    case .unknownSubject(let name):
      "kind 不能是“\(name)”，可用 \((Decision.Subject.allCases.map(\.rawValue) + ["district", "zone"]).joined(separator: "、"))"
    case .unknownName(let subject, let text, let nearest):
      "目录的\(subject.label)里没有“\(text)”\(maybe(nearest))"
    case .ambiguousName(let subject, let text, let candidates):
      "“\(text)”可以是几个\(subject.label)\(maybe(candidates))"
    case .notAddable(let subject, let text):
      "不能在认定时新增\(subject.label)“\(text)”，要先写进目录"
    case .unknownField(let text): "没有字段“\(text)”"
    case .contradicts(let text, let line): "“\(text)”与第 \(line) 行的认定不同"
    case .otherSender(let sender, let list): "认定属于“\(sender)”，清单的报送单位是“\(list)”"
    case .senderUnknown: "清单没有写明报送单位，认定无从记住，请指明报送单位"
    case .unknownProject(let text): "台账里没有唯一的项目“\(text)”"
    case .noConflict(let project, let field): "项目“\(project)”的“\(field)”清单与台账没有冲突"
    case .saysOtherwise(let project, let field, let now):
      "项目“\(project)”的“\(field)”，各方的说法在写出这份文件以后变了，现在是：\(now)"
    case .unreadableValue(let text): "“\(text)”不是这个字段的值"
    case .notWaiting(let id): "待办里没有“\(id)”"
    case .noTables: "没有 tables"
    case .tooManyTables(let count, let limit): "写了 \(count) 张表，最多 \(limit) 张"
    case .noSuchTable: "清单里没有这样的表：核对工作表的名称和表头的行号"
    case .malformedRows(let text): "“\(text)”不是行号，写作 3 或 3-5"
    case .malformedColumn(let text): "“\(text)”不是列号，写作 D 或 AB"
    case .unknownUnit(let text): "“\(text)”不是这个字段的计量单位"
    }
  }
}
