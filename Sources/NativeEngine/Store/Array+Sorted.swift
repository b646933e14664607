extension [Int] {
  /// Place of the first element that is not below `value`; the elements ascend.
  func firstIndex(notBelow value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the elements, which ascend, hold `value`.
  func containsSorted(_ value: Int) -> Bool {
    let index = firstIndex(notBelow: value)
    return index < count && self[index] == value
  }
}
