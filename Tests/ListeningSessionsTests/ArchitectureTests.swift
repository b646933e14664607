import Testing

/// The promises about the source tree that the compiler does not hold.
struct ArchitectureTests {
  private static let contexts = ["SessionAnalysis", "Ranking", "DataQuality", "Listeners"]
  /// What several targets build on; everything else in `Sources` is an adapter or the program.
  private static let shared: Set = ["ListeningSessions", "WholeFiles"]

  @Test func theDomainImportsNothing() throws {
    let files = try SourceTree.files(in: "ListeningSessions")
    #expect(files.count > 10)
    for file in files { #expect(try file.imports == [], "\(file.path)") }
  }

  @Test(arguments: contexts)
  func theContextsOfTheDomainDoNotNameEachOther(context: String) throws {
    let others = Self.contexts.filter { $0 != context }
    let foreign = try others.flatMap { other in
      try SourceTree.files(in: "ListeningSessions/\(other)").flatMap { try $0.declaredTypes }
    }
    #expect(!foreign.isEmpty)
    for file in try SourceTree.files(in: "ListeningSessions/\(context)") {
      #expect(file.words.intersection(foreign) == [], "\(file.path)")
    }
  }

  @Test func theListensKnowNothingOfWhatIsMadeOfThem() throws {
    let later = try Self.contexts.flatMap { context in
      try SourceTree.files(in: "ListeningSessions/\(context)").flatMap { try $0.declaredTypes }
    }
    for file in try SourceTree.files(in: "ListeningSessions/Listens") {
      #expect(file.words.intersection(later) == [], "\(file.path)")
    }
  }

  @Test func adaptersDoNotImportEachOther() throws {
    let targets = try SourceTree.targets()
    let adapters = targets.filter { $0 != "sidelong" && !Self.shared.contains($0) }
    #expect(adapters.contains("NativeEngine") && adapters.contains("Reporting"))
    #expect(adapters.contains("SparkEngine"))
    for adapter in adapters {
      for file in try SourceTree.files(in: adapter) {
        let others = try Set(file.imports).intersection(targets).subtracting(Self.shared)
        #expect(others.isSubset(of: [adapter] + ownParts(of: adapter)), "\(file.path)")
      }
    }
  }

  @Test func whatAdaptersShareKnowsNoAdapter() throws {
    let allowed: Set = ["ListeningSessions", "CFileNames"]
    let files = try SourceTree.files(in: "WholeFiles")
    #expect(!files.isEmpty)
    for file in files {
      let imported = try Set(file.imports).intersection(SourceTree.targets())
      #expect(imported.isSubset(of: allowed), "\(file.path)")
    }
  }

  /// They could be a package of their own.
  @Test(arguments: ["ArrowStream", "SparkConnectProtos", "SparkConnect"])
  func theClientOfSparkKnowsNothingOfListens(target: String) throws {
    let allowed: Set = ["ArrowStream", "SparkConnectProtos"]
    let files = try SourceTree.files(in: target)
    #expect(!files.isEmpty)
    for file in files {
      let imported = try Set(file.imports).intersection(SourceTree.targets())
      #expect(imported.isSubset(of: target == "SparkConnect" ? allowed : []), "\(file.path)")
    }
  }

  /// Only then does a build without the trait need nothing of it.
  @Test(arguments: ["SparkConnectProtos", "SparkConnect"])
  func whatNeedsTheTraitStandsBehindIt(target: String) throws {
    for file in try SourceTree.files(in: target) {
      let code = file.code.split(whereSeparator: \.isNewline)
      #expect(code.first { !$0.isEmpty } == "#if Spark", "\(file.path)")
      #expect(code.last { !$0.isEmpty } == "#endif", "\(file.path)")
    }
  }

  @Test func pointersAreTheNativeEnginesOnly() throws {
    for target in try SourceTree.targets() where target != "NativeEngine" {
      for file in try SourceTree.files(in: target) {
        let pointers = file.words.filter { word in
          word.contains("Unsafe") || word.hasPrefix("unsafe") && word != "unsafe"
            || word.hasSuffix("Pointer")
        }
        #expect(pointers == [], "\(file.path)")
      }
    }
  }

  @Test func unsafeIsTheNativeEnginesOnly() throws {
    for target in try SourceTree.targets() where target != "NativeEngine" {
      for file in try SourceTree.files(in: target) {
        #expect(!file.words.contains("unsafe"), "\(file.path)")
      }
    }
    let engine = try SourceTree.files(in: "NativeEngine")
    #expect(engine.contains { $0.words.contains("unsafe") }, "the search must find something")
  }

  /// Code in another language, or made by a generator, that is there for one adapter.
  private func ownParts(of adapter: String) -> [String] {
    switch adapter {
    case "NativeEngine": ["CArchive", "CByteScan"]
    case "SparkConnect": ["ArrowStream", "SparkConnectProtos"]
    case "SparkEngine": ["ArrowStream", "SparkConnect"]
    default: []
    }
  }
}
