// 500 kg/袋: how it is packed takes nothing from the amount.
const packed =
  /^ ?\/ ?(?:袋|箱|桶|批次?|包|托|车|罐|卷|盘|线|条|炉|(?:bag|drum|pallet|box|truck|lot|container|batch)(?![a-z]))/;
const counted = /^\/ ?(?:[次件只个组份人台套支块颗枚]|(?:ctn|roll|pack|can|bottle|cell|piece)(?![a-z]))/;
const word =
  /^ ?\/ ?(?:克容量|天然|安全|升温|单价|每[袋桶箱批]|[年月日][产处供需用采销均][^,，。;；/]{0,8}\d|\p{Script=Han}{2}(?<!\/ ?[次件只个组份人片块支台套班柜天日月年时分秒吨克升米度平立公千毫微万每标单].)|D\d|(?!(?:unit|set|module|shift|person|line|vehicle|car|pcs?|sheet)s?\b)[A-Z]?[A-Za-z-]+(?:(?: [A-Za-z]+){0,5} (?:[<>≥≤~±]|\d)|\p{Script=Han}))/u;

/** Whether the line behind a unit parts two things, or a thing and its packing, and makes no quotient: 500吨/粘度…. [MT5] */
export function isParting(rest: string): boolean {
  return packed.test(rest) || word.test(rest);
}

/** Whether a unit goes on with what it is counted by. */
export function isCounted(rest: string): boolean {
  return counted.test(rest);
}
