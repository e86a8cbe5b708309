/** What names of firms say beside the name: trade, form and seat. The name proper stands before the first of them. */
export const trade =
  /正极|负极|前驱|材料|锂|镍|钴|锰|磷|铁|氟|盐湖|盐|矿|电池|电芯|电解|隔膜|铜箔|铝箔|储能|动力|能源|新能|新材|科技|技术|循环|再生|回收|环保|化工|化学|实业|产业|工业|集团|控股|股份|有限|公司|大学|学院|研究|检测|平台|资源|高镍|金属|有色|汽车|机械|设备|装备|智能|国际|贸易|物流|投资|(?:主管)?部门/;
/** Seats and words of everybody: they tell nobody's name. */
const commonHan = new Set(
  "中国 国家 全国 中华 中科 东方 西部 东部 南方 北方 华东 华南 华北 华中 西南 西北 东北 长江 黄河 海峡 国际 世界 环球 亚洲 新型 先进 绿色 未来 时代 创新 第一 联合 高新 锂链通 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 宜春 赣州 新余 上饶 九江 南昌 宁德 厦门 福州 泉州 常州 无锡 苏州 南京 南通 镇江 杭州 宁波 湖州 衢州 合肥 芜湖 滁州 深圳 广州 惠州 东莞 珠海 佛山 江门 长沙 株洲 湘潭 娄底 武汉 荆门 宜昌 襄阳 黄石 成都 宜宾 遂宁 眉山 德阳 射洪 雅安 贵阳 铜仁 毕节 昆明 曲靖 玉溪 西宁 格尔木 海西 兰州 金昌 西安 咸阳 济南 青岛 烟台 枣庄 济宁 郑州 洛阳 焦作 新乡 太原 大同 沈阳 大连 长春 哈尔滨 柳州 南宁 钦州 玉林 包头 鄂尔多斯 乌海 银川 乌鲁木齐 拉萨 石家庄 唐山 邯郸".split(
    " ",
  ),
);
const commonLatin = new Set(
  "the china chinese national western eastern northern southern central asia asian pacific global world international united general advanced new green clean smart future first strait secretariat institute university lithium sodium nickel cobalt battery batteries cell cells cathode anode energy power material materials resource resources technology technologies chemical metals mining recycling circular group test company firm lilink beijing tianjin shanghai chongqing hebei shanxi liaoning jilin heilongjiang jiangsu zhejiang anhui fujian jiangxi shandong henan hubei hunan guangdong hainan sichuan guizhou yunnan shaanxi gansu qinghai taiwan inner mongolia guangxi tibet ningxia xinjiang hong kong macau yichun ganzhou xinyu shangrao jiujiang nanchang ningde xiamen fuzhou changzhou wuxi suzhou nanjing hangzhou ningbo huzhou quzhou hefei wuhu shenzhen guangzhou huizhou dongguan zhuhai changsha zhuzhou wuhan jingmen yichang chengdu yibin suining meishan guiyang tongren kunming xining golmud lanzhou xian jinan qingdao zhengzhou luoyang taiyuan shenyang dalian liuzhou nanning baotou ordos".split(
    " ",
  ),
);

/** Whether a Latin word is of everybody, or the name of a place. */
export function isCommonLatin(word: string): boolean {
  return commonLatin.has(word.toLowerCase());
}

/** The first of the own names that a plain text holds, in full or short, as it stands there. */
export function findOwnName(plain: string, names: readonly string[]): string | undefined {
  const lower = plain.toLowerCase();
  for (const name of names.flatMap(formsOfName)) {
    const at = findWord(lower, name.toLowerCase());
    if (at >= 0) return plain.slice(at, at + name.length);
  }
  return undefined;
}

/** Where a name stands in a text; one that begins with a Latin letter stands as a word of its own. */
export function findWord(text: string, name: string): number {
  const isWord = (at: number) => !/[a-z]/i.test(text.charAt(at));
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isLatin = /^[a-z]+$/i.test(name);
    if (!isLatin || (isWord(at - 1) && isWord(at + name.length))) return at;
  }
  return -1;
}

/**
 * A name in full, without what only tells its legal form or that it is invented, and what is its own alone.
 * @example formsOfName("南岭正极材料有限公司") // ["南岭正极材料有限公司", "南岭正极材料", "南岭"]
 */
export function formsOfName(name: string): string[] {
  const full = name
    .normalize("NFKC")
    .replace(/\s{0,9}\((?:虚构|fictional)\)\s{0,9}$/, "")
    .trim();
  const short = full
    .replace(/(?:股份|集团|有限|责任)*公司$|,?\s{0,9}(?:co\.?,?\s{0,9}ltd\.?|inc\.?|ltd\.?)$/i, "")
    .trim();
  const proper = properOf(short);
  return [...new Set([full, short].filter((form) => form.length >= 3)), ...(proper ? [proper] : [])];
}

function properOf(name: string): string | undefined {
  if (!/^\p{Script=Han}/u.test(name)) {
    const word = /^[a-z]{4,}/i.exec(name)?.[0];
    return word && !commonLatin.has(word.toLowerCase()) ? word : undefined;
  }
  const head = (/^\p{Script=Han}+/u.exec(name)?.[0] ?? "").slice(0, 12);
  const cut = head.search(trade);
  const own = withoutSeat(cut < 0 ? head : head.slice(0, cut));
  return own.length >= 2 && !commonHan.has(own) ? own : undefined;
}

function withoutSeat(head: string): string {
  const length = [4, 3, 2].find((size) => size < head.length && commonHan.has(head.slice(0, size)));
  return length === undefined ? head : head.slice(length).replace(/^[省市县]/, "");
}
