import Testing

@testable import PostgreSQLEngine

@Suite struct AddressTests {
  @Test(arguments: [
    (
      "postgresql://wei:geheim@db1,db2:5433/city?ledger=liuzhou&sslmode=require",
      "postgresql://wei:geheim@db1,db2:5433/city?sslmode=require", "liuzhou",
      "postgresql://wei@db1,db2:5433/city?ledger=liuzhou&sslmode=require"
    ),
    (
      "postgresql:///city?host=/run&password=geheim&ledger=%E6%9F%B3%E5%B7%9E",
      "postgresql:///city?host=/run&password=geheim", "柳州",
      "postgresql:///city?host=/run&ledger=%E6%9F%B3%E5%B7%9E"
    ),
    (
      "postgres://wei:a@b:c@host/city", "postgres://wei:a@b:c@host/city", "taizhang",
      "postgres://wei@host/city"
    ),
    (
      "postgresql://wei:ge/heim@host/city", "postgresql://wei:ge/heim@host/city", "taizhang",
      "postgresql://wei@host/city"
    ),
  ])
  func `an address says where the server is and which ledger, and is told without its password`(
    text: String, connection: String, ledger: String, name: String
  ) {
    let address = PostgreSQLAddress(text)
    #expect(PostgreSQLAddress.isOne(text))
    #expect(address.connection == connection)
    #expect(address.ledger == ledger)
    #expect(address.name == name)
  }

  @Test(arguments: ["postgresql.sqlite", "/postgresql://x", ".data/taizhang.sqlite"])
  func `a path is none`(path: String) { #expect(!PostgreSQLAddress.isOne(path)) }
}
