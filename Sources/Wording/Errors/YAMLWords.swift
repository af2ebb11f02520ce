/// The error messages of the YAML parser in Chinese: its sentences are fixed.
enum YAMLWords {
  /// Nil for an unknown message: then only the line number is shown.
  static func words(_ problem: String) -> String? {
    known.first { problem.contains($0.0) }?.1
  }

  /// Translations by a part of the message, longer parts before shorter ones they contain.
  private static let known: [(String, String)] = [
    ("found a tab character", "缩进用了制表符，要用空格"),
    ("found character that cannot start any token", "这个字符不能写在开头，整个值加引号"),
    ("mapping values are not allowed in this context", "冒号用错了地方：值里有冒号的要加引号，或缩进不齐"),
    ("could not find expected ':'", "少了冒号，或冒号后面没有空格"),
    ("did not find expected key", "缩进不齐，或少了冒号"),
    ("did not find expected '-' indicator", "缩进不齐，或少了开头的 -"),
    ("block sequence entries are not allowed in this context", "- 用错了地方：要另起一行"),
    ("block mapping keys are not allowed", "这里不能再写“名称: 值”"),
    ("did not find expected ',' or ']'", "方括号没有配对，或少了逗号"),
    ("did not find expected ',' or '}'", "花括号没有配对，或少了逗号"),
    ("did not find expected node content", "这里少了内容"),
    ("found unexpected end of stream", "引号没有配对"),
    ("found unexpected document indicator", "引号里遇到了 --- 或 ..."),
    ("did not find expected <document start>", "前面的内容没有写完，缩进不齐"),
    ("found unknown escape character", "双引号里的反斜杠后面不能是这个字符"),
    ("found invalid Unicode character escape code", "反斜杠后面的字符编码不对"),
    ("did not find expected hexdecimal number", "反斜杠后面要写十六进制数"),
    ("while scanning a plain scalar", "值里有不能直接写的字符，加引号"),
    ("control characters are not allowed", "有看不见的控制字符"),
    ("invalid leading UTF-8 octet", "文件不是 UTF-8 编码"), ("UTF-8", "文件不是 UTF-8 编码"),
    ("UTF-16", "文件的编码不对"), ("found undefined tag handle", "! 开头的值要加引号"),
    ("did not find expected tag URI", "! 开头的值要加引号"),
    ("did not find expected whitespace", "这里要有空格"),
    ("did not find expected comment or line break", "| 或 > 后面要换行"),
    ("did not find expected digit or '.' character", "% 开头的值要加引号"),
    ("found unknown directive name", "% 开头的值要加引号"),
    ("did not find expected alphabetic or numeric character", "& 和 * 开头的值要加引号"),
    ("exceeded max depth", "一层套一层太深了"), ("invalid simple key", "名称太长，或跨了行"),
  ]
}
