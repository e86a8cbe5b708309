import { checkPlausible, findConcept, labelsOf, listConcepts } from "../../chain/index.ts";
import type { PostingFigure } from "../../posting/index.ts";
import { wordsBefore, wordsBehind } from "../analyze/words-beside.ts";
import type { ConceptDoubt, Proposed, ProposedConcept } from "./propose-fields.ts";

/** What a thing cannot be at once: by the words of a text, and by what its names, or its formula, say. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /无水|脱水|不含结晶水|\banhydrous|\bdehydrated|\bwater[- ]free/i,
    /[单一二三四六七]水|水合|hydrate|·\d?H2O/i,
  ],
  [/[单一]水|水合|\b(?:mono)?hydrate\b/i, /无水|\banhydrous/i],
  [/天然|\bnatural/i, /人造|人工|合成|artificial|synthetic/i],
  [/人造|人工|合成|\bartificial|\bsynthetic/i, /天然|natural/i],
  [/工业级|工业用|\b(?:technical|industrial)[- ]grade/i, /电池级|battery[- ]grade/i],
  [/电池级|\bbattery[- ]grade/i, /工业级|(?:technical|industrial)[- ]grade/i],
  [/湿法|\bwet[- ]process/i, /干法|dry[- ]process/i],
  [/干法|\bdry[- ]process/i, /湿法|wet[- ]process/i],
  [/方形|\bprismatic/i, /软包|圆柱|pouch|cylindrical/i],
  [/软包|\bpouch/i, /方形|圆柱|prismatic|cylindrical/i],
  [/圆柱|\bcylindrical/i, /方形|软包|prismatic|pouch/i],
  [/硫化物|\bsul[fp]h?ide/i, /氧化物|聚合物|卤化物|oxide|polymer|halide/i],
  [/氧化物|\boxide/i, /硫化物|聚合物|卤化物|sul[fp]h?ide|polymer|halide/i],
  [/聚合物|\bpolymer/i, /硫化物|氧化物|卤化物|sul[fp]h?ide|oxide|halide/i],
];
const clauseEnd = /[。;；\n]|\. |[,，、](?! ?(?:anhydrous|无水))/;
const near = 14;
const denied = /(?:非|不是|不要|不收|勿|不需要?|\b(?:not?|non|without|no))[- ]?$/i;
const deniedBehind = /^ ?的?(?:不要|不收|除外|免|也可|也行|均可|\b(?:not?|excluded|also|too)\b)/i;
/** A word stands right beside a name where only an article, a grade or a bracket is between. */
const joinBefore = /^(?:的|型|级|用)?[\s-]?(?:(?:battery|technical|industrial)[- ]grade |电池级|工业级)?$/i;
const joinBehind = /^\s?[(（,，]?\s?$/;

/** The hydrates of the chain by how much of them their salt without water is, in per cent: LiOH of LiOH·H2O is 57.07. */
const mostOfSalt: Readonly<Record<string, readonly [salt: string, share: number]>> = {
  LiOH·H2O: ["LiOH", 57.1],
  NiSO4·6H2O: ["NiSO4", 58.9],
  CoSO4·7H2O: ["CoSO4", 55.2],
  MnSO4·H2O: ["MnSO4", 89.4],
};
const hydrateTold = /[·.*•]\s?\d?\s?H2O|[单一六七]水|hydrate/i;

/**
 * The things of a text as a form takes them: where a word beside the first, or the purity that is told of it, denies what it is, all of them
 * are asked, and the first says why. [MT120]
 * @param figures what was read with numbers
 * @example questionConcepts("求购无水氢氧化锂", concepts, [])[0]?.doubt?.words // "无水"
 */
export function questionConcepts(
  text: string,
  concepts: readonly ProposedConcept[],
  figures: readonly Proposed<PostingFigure>[],
): readonly ProposedConcept[] {
  const first = concepts.find(({ aside }) => !aside) ?? concepts[0];
  const own = concepts.filter(({ value }) => value === first?.value);
  const doubt = first && (deniedBy(text, first) ?? impureBy(text, own, figures));
  if (!doubt) return concepts;
  return concepts.map((one) =>
    one === first
      ? { ...one, aside: true, doubt, alternatives: [...new Set([...one.alternatives, ...kinOf(one.value)])] }
      : { ...one, aside: true },
  );
}

/** What is of the same formula: other grades of a salt. */
function kinOf(id: string): readonly string[] {
  const formula = findConcept(id)?.formula;
  return formula === undefined
    ? []
    : listConcepts().flatMap((one) => (one.formula === formula && one.id !== id ? one.id : []));
}

function deniedBy(text: string, { value, span }: ProposedConcept): ConceptDoubt | undefined {
  const concept = findConcept(value);
  if (!concept) return undefined;
  const names = [concept.zh, concept.en, concept.formula ?? ""].join(" ");
  const left = wordsBefore(text, span, clauseEnd, near);
  const right = wordsBehind(text, span, /[。;；\n]|\. /, near);
  for (const [said, other] of opposites) {
    if (!other.test(names) || said.test(labelsOf(concept).join(" "))) continue;
    const all = [...left.matchAll(new RegExp(said, "gi"))];
    const before = all.findLast(({ 0: word, index }) => joinBefore.test(left.slice(index + word.length)));
    if (before && !denied.test(left.slice(0, before.index))) return { because: "word", words: before[0] };
    const behind = said.exec(right);
    const after = behind ? right.slice(behind.index + behind[0].length) : "";
    if (behind && joinBehind.test(right.slice(0, behind.index)) && !deniedBehind.test(after))
      return { because: "word", words: behind[0] };
  }
  return undefined;
}

/** LiOH 99 % is none of a monohydrate, and 99.2 % none of battery grade. */
function impureBy(
  text: string,
  [first, ...more]: readonly ProposedConcept[],
  figures: readonly Proposed<PostingFigure>[],
): ConceptDoubt | undefined {
  const concept = findConcept(first?.value ?? "");
  if (!concept) return undefined;
  const purity = figures.find(({ value }) => value.attribute === "purity" && value.op !== "<=");
  if (!purity) return undefined;
  const { value } = purity;
  const doubt = { because: "purity" as const, words: purity.source };
  const [salt, most] = mostOfSalt[concept.formula ?? ""] ?? [];
  if (salt !== undefined && most !== undefined) {
    const isHydrate = [first, ...more].some((one) => one && hydrateTold.test(one.source));
    const clause = wordsBefore(text, purity.span, /[。;；\n]|\. /, 40);
    // 硫酸镍 98% is said of the hydrate unless its salt is named.
    const isOfSalt = salt === "LiOH" || clause.includes(salt);
    return isOfSalt && Number(value.value) > most + 0.9 && !hydrateTold.test(clause) && !isHydrate
      ? doubt
      : undefined;
  }
  const { verdict } = checkPlausible(concept.id, "purity", value.value, value.unit);
  return verdict === "below" || verdict === "above" ? doubt : undefined;
}
