// swift-tools-version: 6.2
import PackageDescription

// What only the cluster's engine needs. Without the trait none of it is even resolved.
let spark: TargetDependencyCondition? = .when(traits: ["Spark"])

let package = Package(
  name: "sidelong",
  products: [.executable(name: "sidelong", targets: ["sidelong"])],
  traits: [
    .trait(name: "Spark", description: "The engine that drives an Apache Spark cluster.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // With the trait Spark only.
    .package(url: "https://github.com/grpc/grpc-swift-2", exact: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport", exact: "2.9.2"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf", exact: "2.4.1"),
    .package(url: "https://github.com/apple/swift-protobuf", exact: "1.39.0", traits: []),
  ],
  targets: [
    // The domain: rules, sessions, ranking, ports, use cases. Depends on nothing.
    .target(name: "ListeningSessions"),

    // Adapters. Each depends on the domain only.
    .target(name: "CByteScan"),
    .target(name: "CFileNames"),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev", "zlib1g-dev"])]
    ),
    .target(
      name: "WholeFiles",
      dependencies: [
        "ListeningSessions", "CFileNames",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "NativeEngine", dependencies: ["ListeningSessions", "CArchive", "CByteScan"]),
    .target(name: "Reporting", dependencies: ["ListeningSessions", "WholeFiles"]),
    .target(name: "SyntheticListens", dependencies: ["WholeFiles"]),
    .target(
      name: "Notifications",
      dependencies: [
        "ListeningSessions",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "RuleFiles", dependencies: ["ListeningSessions", "Yams"]),
    .target(
      name: "ProfileFiles",
      dependencies: [
        "ListeningSessions",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "HistoryStore",
      dependencies: ["ListeningSessions", .product(name: "GRDB", package: "GRDB.swift")]),

    // A client of Spark Connect, which knows nothing of listens, and the reader of its results.
    .target(name: "ArrowStream"),
    .target(
      name: "SparkConnectProtos",
      dependencies: [
        .product(name: "GRPCCore", package: "grpc-swift-2", condition: spark),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf", condition: spark),
        .product(name: "SwiftProtobuf", package: "swift-protobuf", condition: spark),
      ],
      exclude: ["README.md", "spark_connect.proto"]),
    .target(
      name: "SparkConnect",
      dependencies: [
        "ArrowStream", "SparkConnectProtos",
        .product(name: "GRPCCore", package: "grpc-swift-2", condition: spark),
        .product(
          name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport",
          condition: spark),
        .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf", condition: spark),
        .product(name: "SwiftProtobuf", package: "swift-protobuf", condition: spark),
      ]),
    .target(
      name: "SparkEngine", dependencies: ["ArrowStream", "ListeningSessions", "SparkConnect"]),

    // The command line, which puts the pieces together.
    .executableTarget(
      name: "sidelong",
      dependencies: [
        "HistoryStore", "ListeningSessions", "NativeEngine", "Notifications", "ProfileFiles",
        "Reporting", "RuleFiles", "SparkConnect", "SparkEngine", "SyntheticListens", "WholeFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // Tests.
    .target(
      name: "ListeningSessionsTestSupport",
      dependencies: ["ListeningSessions", "Reporting", "WholeFiles"],
      path: "Tests/ListeningSessionsTestSupport"),
    .testTarget(
      name: "ListeningSessionsTests",
      dependencies: ["ListeningSessions", "ListeningSessionsTestSupport"]),
    .testTarget(
      name: "NativeEngineTests",
      dependencies: [
        "NativeEngine", "CByteScan", "ListeningSessions", "ListeningSessionsTestSupport",
        "SyntheticListens",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "ListeningSessions", "ListeningSessionsTestSupport", "WholeFiles",
      ]),
    .testTarget(
      name: "SyntheticListensTests", dependencies: ["ListeningSessions", "SyntheticListens"]),
    .testTarget(
      name: "WholeFilesTests",
      dependencies: ["WholeFiles", "ListeningSessionsTestSupport"]),
    .testTarget(name: "RuleFilesTests", dependencies: ["RuleFiles", "ListeningSessions"]),
    .testTarget(
      name: "ProfileFilesTests",
      dependencies: ["ProfileFiles", "ListeningSessions", "ListeningSessionsTestSupport"]),
    .testTarget(
      name: "HistoryStoreTests",
      dependencies: [
        "HistoryStore", "ListeningSessions", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "NotificationsTests", dependencies: ["Notifications", "ListeningSessions"],
      exclude: ["Python"]),
    .testTarget(
      name: "ArrowStreamTests",
      dependencies: ["ArrowStream", "ListeningSessionsTestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "SparkEngineTests",
      dependencies: [
        "SparkEngine", "ArrowStream", "ListeningSessions", "ListeningSessionsTestSupport",
        "NativeEngine", "SparkConnect",
      ]),
    .testTarget(
      name: "SparkConnectTests",
      dependencies: [
        "ArrowStream", "SparkConnect", "SparkConnectProtos",
        .product(name: "GRPCCore", package: "grpc-swift-2", condition: spark),
        .product(name: "SwiftProtobuf", package: "swift-protobuf", condition: spark),
      ]),
    // Against a server that make test-spark starts, and servers that they start themselves.
    .testTarget(
      name: "SparkServerTests",
      dependencies: ["ArrowStream", "ListeningSessionsTestSupport", "SparkConnect", "sidelong"],
      exclude: ["Python"]),
    .testTarget(
      name: "sidelongTests",
      dependencies: [
        "sidelong", "ListeningSessionsTestSupport", "NativeEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

for target in package.targets where !["CArchive", "CByteScan", "CFileNames"].contains(target.name) {
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
    // Spans instead of unsafe pointers for the annotated functions of CFileNames.
    .enableExperimentalFeature("SafeInteropWrappers"),
  ]
}
