import Glibc
import Machine
import Testing

@Suite struct DiskTests {
  @Test(arguments: [("a", "."), ("/a", "/"), ("b/a", "b"), ("/c/b/a", "/c/b"), ("", ".")])
  func `a path's folder is what stands before its last name`(path: String, folder: String) {
    #expect(Disk.folder(of: path) == folder)
  }

  @Test func `no room is no room, whoever sets the limit`() {
    #expect(Disk.isFull(ENOSPC) && Disk.isFull(EDQUOT) && !Disk.isFull(EIO))
    #expect(!Disk.isFull(in: "/no/such/folder"))
  }

  @Test func `bringing to the disk what is not there says why not`() {
    #expect(Disk.synchronize("/") == nil)
    #expect(Disk.synchronize("/no/such/file") == ENOENT)
  }
}
