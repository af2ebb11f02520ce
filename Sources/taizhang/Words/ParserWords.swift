import Foundation
import Wording

/// Chinese for the texts of the argument parser: help, and errors in arguments.
///
/// Its sentences are fixed; the parts in quotation marks are typed text or an option's name.
enum ParserWords {
  /// A line of an error in Chinese.
  static func error(_ line: String) -> String {
    for (form, words) in sentences {
      if let found = line.wholeMatch(of: form) {
        let parts = found.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
        return words(parts)
      }
    }
    return line
  }

  /// A whole help text in Chinese, because the parser breaks lines at the width within its phrases.
  static func help(_ text: String) -> String {
    parts.reduce(text) { $0.replacing($1.0, with: $1.1) }
      .replacing(#/\(default:\s+([^)]*)\)/#) { "（不写为 \($0.1)）" }
      .replacing(#/\(values:\s+([^)]*)\)/#) { "（可写 \($0.1)）" }
      .replacing(#/See '(.+) (?:<.+>)' for detailed help\./#) { "用 \($0.1) 子命令 查看详细说明。" }
  }

  private typealias Form = Regex<AnyRegexOutput>
  private typealias Sentence = (Form, ([String]) -> String)

  private static var sentences: [Sentence] {
    [
      form(#/(?:Error: )?Unknown option '(.+?)'\. Did you mean '(.+)'\?/#) {
        "错误：没有 \($0[0]) 这个选项；是不是 \($0[1])？"
      },
      form(#/(?:Error: )?Unknown option '(.+)'/#) { "错误：没有 \($0[0]) 这个选项。" },
      form(#/(?:Error: |   or: )?Missing value for '(.+)' in '(.+)'/#) {
        "错误：\($0[1]) 里的 \($0[0]) 后面要写值。"
      },
      form(#/(?:Error: |   or: )?Missing value for '(.+)'/#) { "错误：\($0[0]) 后面要写值。" },
      form(#/(?:Error: )?The option '(.+)' does not take any value, but '(.*)' was specified\./#) {
        "错误：\($0[0]) 后面不写值，却写了“\($0[1])”。"
      },
      form(#/(?:Error: )?Unexpected argument '(.*)'/#) { "错误：多写了“\($0[0])”。" },
      form(#/(?:Error: )?(\d+) unexpected arguments: '(.*)'/#) {
        "错误：多写了 \($0[0]) 项：“\($0[1].replacing("', '", with: "”“"))”。"
      },
      form(#/(?:Error: )?Value to be set with flag (.+) had already been set with flag (.+)/#) {
        "错误：\($0[0]) 和 \($0[1]) 不能都写。"
      },
      form(#/(?:Error: )?Missing expected argument '(.+)'/#) { "错误：缺少 \($0[0])。" },
      form(#/(?:Error: )?Missing one of: '(.+)'/#) {
        "错误：缺少其中一项：\($0[0].replacing("', '", with: "、"))。"
      },
      form(#/(?:Error: )?The value '(.*)' is invalid for '(.+?)'\. Please provide one of (.+)\./#) {
        "错误：\($0[1]) 不能写“\($0[0])”；可写：\(choices($0[2]))。"
      },
      form(
        #/(?:Error: )?The value '(.*)' is invalid for '(.+?)'\. Please provide one of the following:/#
      ) {
        "错误：\($0[1]) 不能写“\($0[0])”；可写："
      },
      form(#/(?:Error: )?The value '(.*)' is invalid for '(.+?)'(?:: (.*))?/#) {
        "错误：\($0[1]) 不能写“\($0[0])”\($0[2].isEmpty ? "" : "：\($0[2])")。"
      },
      form(#/(?:Error: )?The value '(.*)' is invalid\.(?:: (.*))?/#) { "错误：不能写“\($0[0])”。" },
      form(#/(?:Error: )?Invalid option: (.+)/#) { "错误：没有 \($0[0]) 这个选项。" },
      form(#/(?:Error: )?Missing required subcommand\./#) { _ in "错误：要写子命令。" },
      form(#/(?:Error: )?Can't autodetect a supported shell\./#) { _ in "错误：认不出用的是哪种 shell。" },
      form(#/(?:Error: )?Can't generate completion scripts for '(.*)'\./#) {
        "错误：不能为“\($0[0])”生成补全脚本。"
      },
      form(#/Please use --generate-completion-script=<shell> with one of:/#) { _ in
        "用 --generate-completion-script=shell 指明一种："
      },
      form(#/Error: (.*)/#) { "错误：\($0[0])" }, form(#/Help:  (.*)/#) { "说明：\($0[0])" },
      form(#/Usage: (.*)/#) { "用法：\(help($0[0]))" },
      form(#/  See '(.+)' for more information\./#) { "  用 \($0[0]) 查看说明。" },
    ]
  }

  private static func form<Output>(
    _ pattern: Regex<Output>, _ words: @escaping ([String]) -> String
  ) -> Sentence { (Form(pattern), words) }

  /// 'a', 'b' or 'c' as 、a、b、c.
  private static func choices(_ text: String) -> String {
    text.replacing("' or '", with: "、").replacing("' and '", with: "、")
      .replacing("', '", with: "、").replacing("'", with: "")
  }

  /// Headings and fixed words of help.
  private static let parts: [(String, String)] = [
    ("OVERVIEW:\n", ""), ("OVERVIEW: ", ""), ("USAGE:\n", "用法："), ("USAGE: ", "用法："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
    (" SUBCOMMANDS:", "："), ("SUBCOMMANDS:", "子命令："),
    ("Show the version.", "显示版本。"), ("Show help information.", "显示说明。"),
    (" (default)", "（不写就是它）"), ("<subcommand>", "<子命令>"), ("<options>", "<选项>"),
  ]
}
