/// What a file's bytes tell about its encoding: how well each that can be meant fits, in hundredths, the best first.
///
/// Source of the method: the code charts (GB 2312 and Big5 keep everyday characters in rows of their own), and where letters of western text stand
/// (alone, beside ASCII letters). Measured on names of the shipped scenarios and on invented Taiwanese ones: right for all of five characters and
/// more.
struct EncodingJudgement: Sendable {
  /// The encodings that fit at all, by falling fit, equals in the order of `TextEncoding`.
  let fits: [(encoding: TextEncoding, fit: Int)]
  /// Characters beyond ASCII in the best reading.
  let characters: Int

  /// Judges bytes without a mark. Nothing fits bytes that are damaged; everything fits ASCII, which tells nothing.
  init(_ bytes: [UInt8]) {
    var fits: [(encoding: TextEncoding, fit: Int, characters: Int)] = []
    if let found = Self.utf8(bytes) { fits.append((.utf8, found.fit, found.characters)) }
    // Text with characters of three bytes that is valid UTF-8 is nothing else.
    if fits.first.map({ $0.fit < 100 }) ?? true {
      for encoding in [TextEncoding.gb18030, .big5] {
        if let found = Self.wide(bytes, encoding) { fits.append((encoding, found.fit, found.characters)) }
      }
      if fits.first?.encoding != .utf8, let found = Self.western(bytes) {
        fits.append((.windows1252, found.fit, found.characters))
      }
    }
    let ranked = fits.enumerated().sorted { ($1.element.fit, $0.offset) < ($0.element.fit, $1.offset) }.map(\.element)
    self.fits = ranked.map { ($0.encoding, $0.fit) }
    characters = ranked.first?.characters ?? 0
  }

  /// The encoding that fits best; nil where none fits better than it fits damaged text of another.
  var best: TextEncoding? {
    guard let first = fits.first else { return nil }
    let least = [.windows1252: 50, .big5: 60][first.encoding] ?? 20
    return first.fit >= least ? first.encoding : nil
  }

  /// Whether the best fits clearly better than all others. Few characters that are valid UTF-8 may be so by chance.
  var isSure: Bool {
    guard let first = fits.first, first.fit >= 50 else { return false }
    if first.encoding != .utf8, characters < 4, fits.contains(where: { $0.encoding == .utf8 }) { return false }
    // Nor are few of two bytes those of one Chinese encoding for sure where they are well formed in the other.
    let isWide = [.gb18030, .big5].contains(first.encoding)
    if isWide, characters < 5, fits.dropFirst().contains(where: { [.gb18030, .big5].contains($0.encoding) }) {
      return false
    }
    return fits.count == 1 || first.fit - fits[1].fit >= 15
  }

  /// Whether an encoding can be meant at all.
  func admits(_ encoding: TextEncoding) -> Bool { fits.contains { $0.encoding == encoding } }

  // MARK: - Fits

  /// 100 where Han and other characters of three bytes and more occur; else the share of characters that stand as western letters, signs or words of
  /// one script do. nil where bytes are not valid UTF-8.
  private static func utf8(_ bytes: [UInt8]) -> (fit: Int, characters: Int)? {
    guard TextDecoder.firstInvalidUTF8(bytes) == nil else { return nil }
    var (likely, total) = (0, 0)
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x80 {
        if bytes[index] >= 0xE0 { return (100, 1) }
        index += 2
      }
      let count = (index - start) / 2
      total += count
      if isPlausibleRun(bytes, start, index) { likely += count }
    }
    return (total == 0 ? 100 : likely * 99 / total, total)
  }

  /// Whether characters of two bytes in a row are letters of a word or a sign, as UTF-8.
  private static func isPlausibleRun(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let leads = Set(stride(from: start, to: end, by: 2).map { bytes[$0] })
    if leads == [0xC2] { return true }
    if touchesLetter(bytes, start, end), leads.allSatisfy({ (0xC2...0xC9).contains($0) }) { return true }
    let scripts: [ClosedRange<UInt8>] = [0xCD...0xCF, 0xD0...0xD3, 0xD6...0xD7, 0xD8...0xDB]
    return end - start >= 6 && scripts.contains { script in leads.allSatisfy(script.contains) }
  }

  private static func touchesLetter(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return (0x41...0x5A).contains(bytes[index]) || (0x61...0x7A).contains(bytes[index])
    }
    return isLetter(start - 1) || isLetter(end)
  }

  /// How common the characters are, and how many of them are among the most frequent; nil where bytes are not well formed.
  private static func wide(_ bytes: [UInt8], _ encoding: TextEncoding) -> (fit: Int, characters: Int)? {
    var (sum, count, offset) = (0, 0, 0)
    while offset < bytes.count {
      guard let length = WideCharacter.length(bytes, offset, encoding) else { return nil }
      if length > 1 {
        sum += WideCharacter.commonness(bytes, offset, length, encoding)
        count += 1
      }
      offset += length
    }
    guard count > 0, let text = encoding.text(bytes) else { return nil }
    let frequent = FrequentHan.characters(encoding)
    let hits = text.unicodeScalars.count { $0.value >= 0x80 && frequent.contains($0) }
    return (sum * 6 / count + 40 * min(count, 2 * hits) / count, count)
  }

  /// The share of bytes beyond ASCII that stand alone as letters of a word or as signs; nil where a byte is none of the code page.
  private static func western(_ bytes: [UInt8]) -> (fit: Int, characters: Int)? {
    if bytes.contains(where: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }) { return nil }
    var (points, runs, index) = (0, 0, 0)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
      runs += 1
      let run = bytes[start..<index]
      let isWord = run.allSatisfy(isWesternLetter) && touchesLetter(bytes, start, index)
      if run.count == 1, isWesternSign(bytes[start]) || isWord {
        points += 100
      } else if run.count == 2, isWord, touchesLetter(bytes, start, start) {
        points += 80
      }
    }
    return runs == 0 ? nil : (points / runs, runs)
  }

  private static func isWesternLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 ? byte != 0xD7 && byte != 0xF7 : [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
  }

  private static func isWesternSign(_ byte: UInt8) -> Bool {
    (0x91...0x97).contains(byte)
      || [0x80, 0x85, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB5, 0xB7, 0xBB].contains(byte)
  }
}

/// The most frequent characters of Chinese text, with those of this program's tables and of frequent surnames.
private enum FrequentHan {
  static func characters(_ encoding: TextEncoding) -> Set<Unicode.Scalar> {
    encoding == .big5 ? traditional : simplified
  }

  private static let simplified = both.union(
    """
    个们来为国说时过发后里学进这样还实军长机无给与开关点业两间问应战头体见产将经从员当动论处义认条气题尔别变总电数报结万该计级历程导专办车几议较层响术验况连质志观众马断证华陈刘黄赵杨吴孙罗郑许韩冯邓萧张苏卢谢叶阎\
    编号称时驿卫递外卖护类东单节关闭线设备务场队运输终负责联系话员岗轮值门户红绿
    """.unicodeScalars)

  private static let traditional = both.union(
    """
    個們來為國說時過發後裡學進這樣還實軍長機無給與開關點業兩間問應戰頭體見產將經從員當動論處義認條氣題爾別變總電數報結萬該計級歷程導專辦車幾議較層響術驗況連質誌觀眾馬斷證華陳劉黃趙楊吳孫羅鄭許韓馮鄧蕭張蘇盧謝葉閻\
    編號稱時驛衛遞外賣護類東單節關閉線設備務場隊運輸終負責聯繫話員崗輪值門戶紅綠
    """.unicodeScalars)

  /// Digits, letters and signs of full width besides.
  private static let both = Set((0xFF01...0xFF5E).compactMap(Unicode.Scalar.init) + "、。　—～√×".unicodeScalars).union(
    """
    的一是不了在人有我他中上大和地到以要就出可也你生能而子那得于著下自之年作用道行所然家事成方多去法如都同起看定天分好小部其些主心她本前因只想日者意力它把十民第公此已工使情明性知全三又正外由很最重手向文政美相利等新己制身\
    果加西月合回特代信表化老位次度常先海通教原提立及比解水名真走各入口平系活更打女四神何安少才反受目太量再感建做接必件管期市直德山金指克求保至形社便空治展科司五基眼非王李朱林何高梁宋唐于董袁彭曾吕丁魏任姚姜江范方石\
    姓名街道星期班周午早晚夜上下台北京区城郊村路巷站点休息止停用是否技能日
    """.unicodeScalars)
}
