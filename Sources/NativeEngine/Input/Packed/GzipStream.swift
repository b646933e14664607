import CArchive

/// Takes gzip off a run of bytes, piece by piece; every member's checksum and length must be right.
@safe final class GzipStream {
  /// What came out of a step.
  enum Step {
    /// So many unpacked bytes, in `output` until the next step.
    case bytes(Int)
    case needsInput
    case end
    case failure(String)
  }

  private static let outputSize = 256 * 1024

  private let stream: UnsafeMutablePointer<z_stream>
  let output: UnsafeMutableRawBufferPointer
  private var isInputOver = false
  /// Whether a member is complete and the next one, if there is any, not begun.
  private var isBetweenMembers = false
  private let isReady: Bool

  init() {
    // zlib remembers where its stream stands in memory, so it must not move.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe output = .allocate(byteCount: Self.outputSize, alignment: 64)
    let onlyGzip: Int32 = 16
    unsafe isReady =
      inflateInit2_(
        stream, MAX_WBITS + onlyGzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe output.deallocate()
  }

  /// Gives the next packed bytes, which must stay as they are until more are asked for; none is the end.
  func feed(_ input: UnsafeRawBufferPointer) {
    unsafe isInputOver = input.isEmpty
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
  }

  /// Unpacks the next piece.
  func inflate() -> Step {
    guard isReady else { return .failure("zlib cannot be used") }
    while true {
      if unsafe stream.pointee.avail_in == 0, !isInputOver { return .needsInput }
      if isBetweenMembers, let step = stepBetweenMembers() { return step }
      if let step = stepInMember() { return step }
    }
  }

  /// What came out of the member, nil for nothing yet.
  private func stepInMember() -> Step? {
    unsafe stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(Self.outputSize)
    let result = unsafe CArchive.inflate(stream, Z_NO_FLUSH)
    let count = unsafe Self.outputSize - Int(stream.pointee.avail_out)
    switch result {
    case Z_STREAM_END:
      isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR:
      if count == 0, isInputOver { return .failure("it is cut off") }
    default:
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "no gzip"
      return .failure("it is damaged (\(reason))")
    }
    if count == 0 { return nil }
    return .bytes(count)
  }

  /// Behind a member stands another one, or zeros that fill up a tape, or nothing.
  private func stepBetweenMembers() -> Step? {
    while unsafe stream.pointee.avail_in > 0, unsafe stream.pointee.next_in.pointee == 0 {
      unsafe stream.pointee.next_in += 1
      unsafe stream.pointee.avail_in -= 1
    }
    if unsafe stream.pointee.avail_in == 0 {
      return isInputOver ? .end : .needsInput
    }
    guard unsafe stream.pointee.next_in.pointee == 0x1F, unsafe inflateReset(stream) == Z_OK else {
      return .failure("it is damaged (something else follows its end)")
    }
    isBetweenMembers = false
    return nil
  }
}
