#if Spark
  import Testing

  @testable import SparkConnect

  struct SparkRemoteTests {
    @Test func aHostAloneHasSparksPort() throws {
      let remote = try SparkRemote("sc://cluster.example")
      #expect(remote.host == "cluster.example")
      #expect(remote.port == 15002)
      #expect(!remote.usesTLS)
      #expect(remote.token == nil)
      #expect(remote.userID == "")
      #expect(remote.description == "sc://cluster.example:15002")
    }

    @Test(arguments: [
      ("sc://h:1", "h", 1), ("sc://h:65535/", "h", 65535), ("sc://127.0.0.1:4/", "127.0.0.1", 4),
      ("sc://[::1]:5/;user_id=x", "::1", 5), ("sc://[::1]", "::1", 15002),
    ])
    func hostAndPortAreRead(text: String, host: String, port: Int) throws {
      let remote = try SparkRemote(text)
      #expect(remote.host == host)
      #expect(remote.port == port)
    }

    @Test func parametersAreDecodedAndOthersBecomeHeaders() throws {
      let remote = try SparkRemote(
        "sc://h/;use_ssl=true;token=a%3Db%3Bc;user_id=ann;user_agent=me/1;"
          + "session_id=0F9E1C6E-8F0A-4B8B-9E2B-3D6F6D1E0A01;X-Team=blue%20one")
      #expect(remote.usesTLS)
      #expect(remote.token == "a=b;c")
      #expect(remote.userID == "ann")
      #expect(remote.userAgent == "me/1")
      #expect(remote.sessionID == "0f9e1c6e-8f0a-4b8b-9e2b-3d6f6d1e0a01")
      #expect(remote.headers == ["x-team": "blue one"])
    }

    @Test(arguments: [
      ("http://h", "does not begin with sc://"), ("h:15002", "does not begin with sc://"),
      ("sc://", "names no host"), ("sc://:15002", "names no host"), ("sc://[::1", "names no host"),
      ("sc://u@h", "names no host"), ("sc://h:0", "port"), ("sc://h:65536", "port"),
      ("sc://h:x", "port"), ("sc://h/path", "has a path"), ("sc://h/;token", "form key=value"),
      ("sc://h/;=x", "form key=value"), ("sc://h/;use_ssl=maybe", "neither true nor false"),
      ("sc://h/;session_id=1", "no UUID"), ("sc://h/;a=1;A=2", "a is given twice"),
      ("sc://h/;a b=1", "name of a parameter"), ("sc://h/;a=%0A", "cannot be sent"),
      ("sc://h/;a=%zz", "form key=value"),
    ])
    func whatIsNoAddressIsRefused(text: String, reason: String) {
      let error = #expect(throws: SparkError.self) { try SparkRemote(text) }
      #expect(error?.kind == .configuration)
      #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test func aTokenAsksForEncryption() throws {
      #expect(try SparkRemote("sc://cluster.example/;token=t").usesTLS)
      #expect(try SparkRemote("sc://cluster.example", token: "t").usesTLS)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
    func aTokenForThisMachineNeedsNoEncryption(host: String) throws {
      let remote = try SparkRemote("sc://\(host)/;token=t")
      #expect(!remote.usesTLS)
      #expect(remote.token == "t")
    }

    @Test(arguments: ["cluster.example", "127.example", "localhost.example", "127.0.0.1.example"])
    func aTokenIsNotSentUnencryptedToAnotherMachine(host: String) {
      let error = #expect(throws: SparkError.self) {
        try SparkRemote("sc://\(host)/;token=secret;use_ssl=false")
      }
      #expect(error?.kind == .configuration)
      #expect(error?.message.contains("unencrypted") == true)
      #expect(error?.message.contains("secret") == false)
    }

    @Test func theTokenOfTheAddressComesFirstAndAnEmptyOneIsNone() throws {
      #expect(try SparkRemote("sc://localhost/;token=a", token: "b").token == "a")
      #expect(try SparkRemote("sc://localhost", token: "").token == nil)
    }

    @Test func encryptionNeedsAName() {
      let error = #expect(throws: SparkError.self) {
        try SparkRemote("sc://10.0.0.1/;use_ssl=true")
      }
      #expect(error?.message.contains("certificates are for names") == true)
    }

    @Test func nothingThatIsPrintedShowsTheToken() throws {
      let remote = try SparkRemote("sc://localhost/;token=s3cret;x-key=s3cret")
      var dumped = ""
      dump(remote, to: &dumped)
      for text in ["\(remote)", String(reflecting: remote), dumped] {
        #expect(!text.contains("s3cret"), "\(text)")
      }
    }
  }
#endif
