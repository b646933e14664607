#if Spark
  import FoundationEssentials
  import SparkConnectProtos
  import SwiftProtobuf

  /// A text of SQL with values for its named parameters, as a plan.
  struct Statement {
    private let relation: Spark_Connect_Relation

    init(_ sql: String, _ arguments: [String: SparkValue]) {
      relation = .with { relation in
        relation.sql = .with { statement in
          statement.query = sql
          statement.namedArguments = arguments.mapValues(Self.expression)
        }
      }
    }

    /// The plan of a query, which answers with rows.
    var query: Spark_Connect_Plan { .with { $0.root = relation } }

    /// The plan of a command, which takes effect at once.
    var command: Spark_Connect_Plan {
      .with { $0.command = .with { $0.sqlCommand = .with { $0.input = relation } } }
    }

    private static func expression(_ value: SparkValue) -> Spark_Connect_Expression {
      .with { expression in
        expression.literal = .with { literal in
          switch value {
          case .string(let text): literal.string = text
          case .int(let number): literal.integer = number
          case .long(let number): literal.long = number
          case .double(let number): literal.double = number
          case .bool(let truth): literal.boolean = truth
          case .binary(let bytes): literal.binary = Data(bytes)
          case .timestamp(let microseconds): literal.timestamp = microseconds
          }
        }
      }
    }
  }
#endif
