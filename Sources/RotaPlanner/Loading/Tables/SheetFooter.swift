/// What people write below the rows of a sheet: totals, who made it, notes.
enum SheetFooter {
  /// Words that make a footer with any text behind them.
  private static let openings = ["制表", "填表人", "填报人", "审核人", "经办人", "负责人"].map { Array($0.utf8) }
  /// Words that make a footer alone, or with a colon, a space or a bracket behind them.
  private static let words = [
    "合计", "总计", "小计", "共计", "汇总", "总和", "备注", "说明", "附注", "注", "total", "totals", "subtotal", "sum", "grand total",
    "note", "notes", "remark", "remarks", "prepared by", "signed", "signature",
  ].map { Array($0.utf8) }
  private static let ends = [":", "：", " ", "　", "(", "（", "、", "。"].map { Array($0.utf8) }

  /// Whether the text of a cell begins like a footer.
  static func begins(_ cell: ArraySlice<UInt8>) -> Bool {
    if openings.contains(where: { cell.starts(with: $0) }) { return true }
    return words.contains { word in
      guard cell.starts(with: word, by: { $0 | ($0 & 0x40) >> 1 == $1 }) else { return false }
      let rest = cell.dropFirst(word.count)
      return rest.isEmpty || ends.contains { rest.starts(with: $0) }
    }
  }
}
