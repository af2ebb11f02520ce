import Ledger
import Storage

extension ErrorWording {
  /// Words for what the ledger refuses to write: it does not fit what stands there. No act of a sound
  /// ledger leads here, so that what stands there is proved first.
  static func wordsOfRefusal(_ error: StorageError) -> ErrorWording {
    Self(
      "要写的与台账里记的对不上：\(contradiction(error))。没有写入。",
      .act(.verifyAndRestore), .data)
  }

  private static func contradiction(_ error: StorageError) -> String {
    switch error {
    case .unknownReference(let key, let code):
      "“\(label(key))”指向目录里没有的「\(code)」"
    case .unknownItem(let kind, let code): "目录“\(kind.label)”里没有「\(code)」"
    case .beforeDiffers(let project, let key): "项目 \(project) 的“\(label(key))”不是要改的那个值"
    case .projectExists(let project): "项目 \(project) 已在台账里"
    case .repeatedProject(let project): "一张凭证里两次写到项目 \(project)"
    case .nameMissing(let row): "\(place(row))没有项目名称"
    case .malformedChange(let row): "\(place(row))的变动不成样子"
    case .uploadMissing(let sha256): "没有留存校验值为 \(sha256.prefix(12)) 的原始文件"
    case .uploadDiffers(let sha256): "原始文件的校验值不是 \(sha256.prefix(12))"
    default: "台账不接受"
    }
  }

  private static func place(_ row: SourceRow?) -> String {
    row.map { "清单第 \($0.number) 行" } ?? "有一个项目"
  }

  /// A field for people; which part of it is meant, as far as the catalogue is not needed to say so.
  private static func label(_ key: FieldKey) -> String {
    switch key.part {
    case .period(let period): "\(key.field.label) \(period.text)"
    case .none, .name, .register: key.field.label
    }
  }
}
