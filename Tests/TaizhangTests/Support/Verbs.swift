import Foundation

/// Every verb that the parser knows, told by the program itself.
enum Verbs {
  /// One verb: the words that lead to it, and what it cannot do without.
  struct Verb: Decodable {
    struct Argument: Decodable, Sendable {
      let kind: String
      let isOptional: Bool
      let valueName: String?
      let preferredName: Name?
    }
    struct Name: Decodable, Sendable {
      let name: String
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Verb]?
    let defaultSubcommand: String?

  }

  /// The words of each verb with something for whatever it asks for.
  static func commandLines() throws -> [[String]] {
    struct Tool: Decodable { let command: Verb }
    let dump = try Program().run("--experimental-dump-help").output
    let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
    return (tool.command.subcommands ?? []).flatMap { lines(of: $0, behind: []) }
  }

  /// The words of each verb alone.
  static func names() throws -> [[String]] {
    struct Tool: Decodable { let command: Verb }
    let dump = try Program().run("--experimental-dump-help").output
    let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
    return (tool.command.subcommands ?? []).flatMap { names(of: $0, behind: []) }
  }

  private static func names(of verb: Verb, behind words: [String]) -> [[String]] {
    let words = words + [verb.commandName]
    return [words] + (verb.subcommands ?? []).flatMap { names(of: $0, behind: words) }
  }

  private static func lines(of verb: Verb, behind words: [String]) -> [[String]] {
    let words = words + [verb.commandName]
    let below = (verb.subcommands ?? []).flatMap { lines(of: $0, behind: words) }
    if !below.isEmpty && verb.defaultSubcommand == nil { return below }
    return [words + (verb.arguments ?? []).filter { !$0.isOptional }.flatMap(typed)] + below
  }

  private static func typed(_ argument: Verb.Argument) -> [String] {
    let name = "--" + (argument.preferredName?.name ?? "")
    return switch argument.kind {
    case "flag": [name]
    case "option": [name, value(argument.valueName ?? "")]
    default: [value(argument.valueName ?? "")]
    }
  }

  /// Something that reads as what an argument is called.
  private static func value(_ name: String) -> String {
    switch name {
    case "字段=值": "name=测试数据新项目"
    case "属性=值": "alias=测试数据别名"
    case "类别": "chain"
    case "代码": "ai-robot"
    case "报表": "leaders"
    case "时段": "2026-01..03"
    case "阶段": "开工"
    case "环节": "督办"
    case "目标": "汽车产值"
    case "数": "460亿元"
    case "任务": "2.6"
    case "文件": "写出/新文件.xlsx"
    default: "1"
    }
  }
}
