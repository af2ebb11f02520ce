/// The instructions in the file of a layout.
package enum RecipeWords {
  /// How to change the file; `giveBack` is the front end's way to submit it.
  package static func head(file: String, giveBack: String?) -> [String] {
    [
      "版式：来自 \(file)。" + (giveBack.map { "改好后：\($0)" } ?? ""),
      "带 # 的列由台账自己认；要另行指定，去掉 # 再改 field（字段，或 ignore 不导入）和 unit（计量单位）。",
      "表头认错了写 header: 3-5（行号）；不读的行写 skip: [6, 填报说明]（行号，或行首的文字）。",
      "清单没有写、每行都一样的，写 constants: {district: 鹿寨县}；行里或分组写了的以写的为准。",
    ]
  }
}
