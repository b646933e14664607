/// The first `limit` of many elements in a given order, without keeping the others.
///
///     var top = TopK<Int>(limit: 2, precedes: >)
///     for number in [3, 9, 4] { top.insert(number) }
///     top.elements  // [9, 4]
///
/// A binary heap with the last of the kept on top, so that an element that does not make it costs
/// one comparison. Two of these merge by inserting one's elements into the other.
///
/// - Complexity: O(log `limit`) an insertion.
public struct TopK<Element> {
  public let limit: Int
  @usableFromInline let precedes: (Element, Element) -> Bool
  @usableFromInline var heap: [Element] = []

  /// Keeps at most `limit` elements, those that `precedes` puts first.
  @inlinable
  public init(limit: Int, precedes: @escaping (Element, Element) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  /// The kept elements in order.
  @inlinable
  public var elements: [Element] { heap.sorted(by: precedes) }

  /// The last of the kept elements once there are `limit` of them: what a newcomer must precede.
  @inlinable
  public var threshold: Element? { heap.count == limit ? heap.first : nil }

  /// Takes `element` in if it is among the first `limit` so far.
  @inlinable
  public mutating func insert(_ element: Element) {
    if heap.count < limit {
      heap.append(element)
      siftUp(from: heap.count - 1)
    } else if let last = heap.first, precedes(element, last) {
      heap[0] = element
      siftDown()
    }
  }

  @inlinable
  mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  @inlinable
  mutating func siftDown() {
    var parent = 0
    while let child = childAfter(parent) {
      heap.swapAt(parent, child)
      parent = child
    }
  }

  /// The later of a node's children that come after it in the order, nil if none does.
  @inlinable
  func childAfter(_ parent: Int) -> Int? {
    var last = parent
    for child in [2 * parent + 1, 2 * parent + 2]
    where child < heap.count && precedes(heap[last], heap[child]) {
      last = child
    }
    return last == parent ? nil : last
  }
}
