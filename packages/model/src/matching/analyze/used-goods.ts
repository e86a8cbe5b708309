import type { Mention } from "./mention.ts";

/** What a phrase makes of a battery: one that has served, or scrap of its making. */
type Fate = "served" | "scrap";

const lfp = /^(?:cell-)?lfp$/;
const ternary = /^(?:ternary-cathode|cell-ncm|ncm\d{3})$/;
const cathode = /^(?:lfp|lmfp|lco|lmo|nca|ternary-cathode|ncm\d{3}|cell-(?:lfp|ncm|nca))$/;
const shape = /^(?:cell-(?:pouch|prismatic|cylindrical)|battery-(?:module|pack))$/;
// What may stand between a word of use and the name that it is of, and between that name and its head.
const form =
  "(?:动力|储能|车用|乘用车|客车|大巴|方形|方壳|圆柱|软包|电芯|电池|模组|芯|包|干|的| ?(?:\\b(?:e-?bike|e-?bus|bus|EV|automotive|damaged|mixed|pouch|prismatic|cylindrical|cells?|modules?|packs?|batter(?:y|ies))\\b)| )*";
const servedBefore = new RegExp(
  `(?:退役|拆[机车]|拆[解下]+来?的|退[下回]来?的|换下来?的|淘汰(?:下来)?的|废旧?|二手|旧|\\b(?:retired|used|spent|scrapped|decommissioned|end[- ]of[- ]life|EoL))${form}$`,
  "i",
);
const battery =
  /电[池芯]|模组|芯|包(?!装)|方形|方壳|圆柱|软包|\b(?:pouch|prismatic|cylindrical|cells?|modules?|packs?|batter(?:y|ies))\b/i;
const servedBehind = new RegExp(`^${form}(?:废旧?|退役|旧)(?:电[池芯]|模组|芯|包(?!装))`, "i");
const scrapBehind = new RegExp(
  `^${form}(?:次品|不良品|报废[料品]|废料(?!回收)|边角料?|\\b(?:rejects?|scrap|offcuts?|trimmings)\\b)`,
  "i",
);
const listed = new RegExp(`^${form}(?:、|和|及|与|以及|\\/|,? ?\\b(?:and|or)\\b )${form}$`, "i");
const used = /^eol-/;
// Such a name begins with its word of use.
const usedName = /^(?:退役|报废|拆|废旧?|二手|旧|retired|used|spent|scrap|end[- ]of|EoL)/i;
const onlyForm = new RegExp(`^${form}$`, "i");
const near = 28;

// What a thing is called once it comes out of what was used.
const recovered: readonly (readonly [RegExp, string])[] = [
  [/^li2co3-/, "recycled-li2co3"],
  [/^(?:artificial|natural)-graphite$/, "recovered-graphite"],
  [/^iron-phosphate$/, "recovered-iron-phosphate"],
  [/^pcam/, "recycled-pcam"],
  [/^(?:copper|aluminium)-foil$/, "recovered-cu-al"],
  [/^(?:electrolyte|lipf6|ec|dmc|emc|carbonate-solvent)$/, "recovered-electrolyte"],
];
const recoveredBefore =
  /(?:回收的?|再生的?|退锂后?的?|脱锂后?的?|浸出[后渣]的?|剥[离下]来?的|(?<!-)\b(?:recovered|recycled|regenerated|reclaimed|delithiated|leached) (?:[a-z-]+ )?)$/i;
const recoveredBehind =
  /^[^,，。;；\d]{0,6}(?:剥[离下]来?的|(?:来自|出自)[^,，。;；]{0,6}(?:黑粉|废|退役|回收|极片))|^[^。;；\n]{0,24}[,，][旧废]极片(?:上)?剥[离下]|^(?: [a-z]+){0,2} (?:after leaching|(?:made |recovered |won |coming )?(?:out of|from) (?:[a-z-]+ ){0,2}?(?:black mass|spent|used|end-of-life|recycl|retired|scrap))/i;

/** What stands before used goods without their word of use: 收拆机 is 收. */
export function withoutUse(before: string): string {
  return before.replace(servedBefore, "");
}

/** Whether what stands between two used goods makes one list of them: 三元电芯、铁锂. */
export function isUsedList(one: string, other: string, between: string): boolean {
  return used.test(one) && used.test(other) && listed.test(between);
}

/**
 * The head of a phrase says what has become of a battery, whatever its chemistry or shape; a word of use before a list is of each of
 * its parts: 拆机方形铁锂、三元软包 are retired LFP and NCM cells, pouch rejects scrap. [MT86]
 * @returns the same list where no phrase says so
 */
export function asUsedGoods(text: string, mentions: readonly Mention[]): readonly Mention[] {
  let isFound = false;
  let last: { readonly mention: Mention; readonly fate: Fate | null } | undefined;
  const out = mentions.map((mention) => {
    const { concept, start, end } = mention;
    const isListed = last?.fate === "served" && listed.test(text.slice(last.mention.end, start));
    const isSame = last?.mention.start === start;
    let fate: Fate | null = null;
    if (used.test(concept) && usedName.test(text.slice(start, end))) fate = "served";
    else if (cathode.test(concept) || shape.test(concept))
      fate = isSame ? (last?.fate ?? null) : isListed ? "served" : fateOf(text, mention);
    last = { mention, fate };
    const name = fate === null ? concept : conceptOf(concept, fate);
    if (name === concept) return mention;
    isFound = true;
    return { ...mention, concept: name, alternatives: [] };
  });
  if (!isFound) return mentions;
  // The shape of what is named by its chemistry adds nothing.
  return out.filter(
    ({ concept, start, end }) =>
      !shape.test(concept) ||
      !out.some(
        (other) =>
          /^eol-(?:lfp|ncm)$/.test(other.concept) &&
          other.start < end &&
          onlyForm.test(text.slice(other.end, start)),
      ),
  );
}

function fateOf(text: string, { start, end }: Mention): Fate | null {
  const left = text.slice(Math.max(0, start - near), start);
  const right = text.slice(end, end + near);
  if (scrapBehind.test(right)) return "scrap";
  if (servedBehind.test(right)) return "served";
  const word = servedBefore.exec(left)?.[0];
  return word !== undefined && battery.test(`${word}${text.slice(start, end)}${/^.{0,6}/u.exec(right)?.[0]}`)
    ? "served"
    : null;
}

/** Graphite after leaching, carbonate out of black mass: what a thing stems from says what it is. [MT86] */
export function asRecovered(text: string, mention: Mention): Mention {
  const name = recovered.find(([kind]) => kind.test(mention.concept))?.[1];
  const { start, end, concept } = mention;
  if (name === undefined) return mention;
  const isRecovered =
    recoveredBefore.test(text.slice(Math.max(0, start - near), start)) ||
    recoveredBehind.test(text.slice(end, end + 60));
  return isRecovered ? { ...mention, concept: name, alternatives: [concept] } : mention;
}

function conceptOf(concept: string, fate: Fate): string {
  if (fate === "scrap") return "production-scrap";
  if (lfp.test(concept)) return "eol-lfp";
  if (ternary.test(concept)) return "eol-ncm";
  return /^battery-/.test(concept) ? "eol-pack" : concept;
}
