import Foundation
import Spreadsheet
import Testing
import Wording

@testable import Operations

/// A ledger with books, which are verified after somebody altered or resaved them.
struct VerifiedBooks {
  let ledger: BookLedger
  var operations: LedgerOperations { ledger.scratch.operations }

  init() throws { ledger = try BookLedger() }

  func path(_ name: String) -> String {
    ledger.scratch.folder.appending(path: name).path
  }

  func verify(_ path: String) throws -> BookVerification {
    try operations.verify(book: FilePath(path))
  }

  /// Puts another text into a part of a package.
  private static let patch = """
    import json, re, sys, zipfile
    path, out, changes = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    book = zipfile.ZipFile(path)
    done = 0
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
        for part in book.namelist():
            text = book.read(part)
            for name, pattern, to in changes:
                if re.fullmatch(name, part):
                    text, count = re.subn(pattern.encode(), to.encode(), text, count=1)
                    done += count
            new.writestr(part, text)
    print(json.dumps({'done': done}))
    """

  /// The book with other text in its parts: name of the part, pattern, replacement.
  func patched(_ path: String, _ changes: [[String]]) throws -> String {
    let out = self.path("patched-\(UUID().uuidString).xlsx")
    let text = String(decoding: try JSONSerialization.data(withJSONObject: changes), as: UTF8.self)
    let said = try Python.run(Self.patch, [path, out, text])
    #expect(said["done"] as? Int ?? 0 > 0, "\(changes)")
    return out
  }

  /// Older versions of openpyxl lose custom properties, which office programs keep: they are put back.
  private static let resave = """
    import io, json, openpyxl, sys, zipfile
    book = openpyxl.load_workbook(sys.argv[1])
    exec(sys.argv[3])
    saved = io.BytesIO()
    book.save(saved)
    old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(saved)
    custom = 'docProps/custom.xml'
    relation = ('<Relationship Id="custom" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                'relationships/custom-properties" Target="' + custom + '"/></Relationships>')
    with zipfile.ZipFile(sys.argv[2], 'w') as out:
        for part in new.namelist():
            text = new.read(part)
            if part == '_rels/.rels' and custom not in new.namelist():
                text = text.replace(b'</Relationships>', relation.encode())
            out.writestr(part, text)
        if custom not in new.namelist():
            out.writestr(custom, old.read(custom))
    print(json.dumps({}))
    """

  /// What is found about the book after another program altered and saved it.
  func resaved(_ path: String, _ change: String) throws -> BookVerification {
    let out = self.path("resaved-\(UUID().uuidString).xlsx")
    _ = try Python.run(Self.resave, [path, out, change])
    return try verify(out)
  }
}

extension BookVerification {
  /// Whether every part is what the ledger lays out again.
  var isIdentical: Bool {
    if case .compared(let comparison) = content { comparison.level == .identical } else { false }
  }

  /// What differs, for sure or perhaps.
  var differences: [WorkbookDifference] {
    guard case .compared(let comparison) = content else { return [] }
    return comparison.differences + comparison.unproven
  }
}
