const formal = "零壹贰叁肆伍陆柒捌玖拾佰仟";
const plain = "零一二三四五六七八九十百千";

/**
 * Numerals as on a cheque in their everyday form, character by character: 贰拾万元 reads as 二十万元. A single one stays, for it
 * may be a name. [MT5]
 * @example plainNumerals("人民币贰拾万元") // "人民币二十万元"
 */
export function plainNumerals(text: string): string {
  if (!/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(text)) return text;
  return text.replaceAll(/[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}/g, (run) =>
    [...run].map((character) => plain.charAt(formal.indexOf(character)) || character).join(""),
  );
}
