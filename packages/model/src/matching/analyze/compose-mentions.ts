import type { Mention } from "./mention.ts";
import { asRecovered, asUsedGoods } from "./used-goods.ts";

// What a battery is called once it has served: 退役芯…铁锂, NMC modules at 82-90 SoH.
const served =
  /退役|拆[车下解]?的|拆车|换下来|退下来|下线电池|二手|余能|(?:剩余|残余)容量|旧(?:电池|电芯|模组|包)|\d ?%? ?SoH\b(?![)）])(?<!(?:[@(（,，]|\bto|\bat|[到至]|次) ?\d\d ?%? ?SoH)|\bSoH(?: ?[≥>:：\d七八九没]| (?:not|of|above|over|between|from)\b| at (?:least )?\d{2}(?![\d.CP]))|\bretired\b|\bfrom (?:returned|scrapped|old|used|decommissioned|end-of-life|crashed) (?:electric )?(?:buses|bus|vehicles?|cars?|EVs?|trucks?)\b|\bend[- ]of[- ]life\b|\bEoL\b|\bsecond[- ]hand\b|\b(?:used|spent|ex-(?:bus|vehicle|EV)) (?:[a-z]+ ){0,2}(?:cells?|modules?|packs?|batter)/i;
const battery =
  /电池|电芯|(?<![磁])芯|模组|模块|(?<![沙外面打背钱])包(?![装括销含覆邮干])|\b(?:cells?|modules?|packs?|batter(?:y|ies))\b/i;
// Electrodes that were never in a cell, or cells that were never sold.
const scrap =
  /极片|卷芯|边角料?|切边|次品|报废|废料|\boffcuts?\b|\btrimmings?\b|\bscrap\b|\brejects?\b|\bdefective\b|\belectrode sheets?\b/i;
const refusedScrap = /(?:不收|不要|no )[^,，。;；]{0,6}(?:极片|废料|边角|scrap|offcuts)/i;
// 废料归客户: what the work leaves over is no goods of it.
const leftOver =
  /(?:废料|边角料?|报废品?|次品)[^,，。;；\n]{0,10}?(?:归(?!类)|退[还回]|返还|带走|由[^,，。;；\n]{1,6}(?:处[理置]|承担))|\b(?:scrap|offcuts?|rejects?)\b[^.;,\n]{0,24}\b(?:remains?|stays?|goes back|returned|belongs?)\b/gi;
const making = /^(?:cascade|eol-|black-mass|production-scrap|regenerated|recycled|direct-|svc-(?!logistics))/;
const lfp = /^(?:cell-)?lfp$/;
const ternary = /^(?:ternary-cathode|cell-ncm|ncm\d{3})$/;

// 1 M LiPF6 in EC/EMC 3:7, EC:DEC 1:1 with 1.2 M LiPF6: a salt in its solvents is an electrolyte.
const salt = "\\d(?:\\.\\d+)? ?(?:M|mol\\/L) ?(?:Li(?:PF6|T?FSI|BF4|BOB)|六氟磷酸锂|双氟)";
const solvents =
  "(?:EC|DMC|EMC|DEC|PC)(?: ?[\\/:+] ?(?:EC|DMC|EMC|DEC|PC|FEC|VC))+(?: ?=? ?\\(?\\d+(?: ?[:\\/] ?\\d+)+\\)?)?";
const mixture = new RegExp(
  `${salt}[^.;。；\\n]{0,12}?(?<![A-Za-z])${solvents}|(?<![A-Za-z])${solvents}[^.;。；\\n]{0,12}?${salt}`,
  "gi",
);
const inMixture = /^(?:lipf6|lifsi|litfsi|libf4|libob|ec|dmc|emc|dec|pc|fec|vc)$/;

/** The parts of a mixture are no goods beside it, also those that follow it with their share. */
function asMixtures(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const spans = [...text.matchAll(mixture)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  if (spans.length === 0) return mentions;
  const others = mentions.filter(
    (mention) =>
      !inMixture.test(mention.concept) ||
      !spans.some(({ start, end }) => start <= mention.start && mention.end <= end),
  );
  if (others.some(({ concept }) => concept.startsWith("electrolyte"))) return others;
  const mixtures = spans.map((span) => ({
    ...span,
    concept: "electrolyte",
    negated: false,
    alternatives: [],
  }));
  return [...others, ...mixtures].sort((a, b) => a.start - b.start);
}

const used = /^(?:eol|black-mass)-(?:lfp|ncm)$/;

/** No LFP black mass, only ternary: what the one kind is refused for, the other is wanted as. */
function ofKind(mention: Mention, kind: string): Mention {
  if (mention.negated) return mention;
  if (lfp.test(mention.concept)) return { ...mention, concept: `${kind}-lfp`, alternatives: [] };
  return ternary.test(mention.concept) ? { ...mention, concept: `${kind}-ncm`, alternatives: [] } : mention;
}

/** Used packs of which no chemistry is named are retired packs. */
function asServed(mention: Mention): Mention {
  return /^battery-(?:pack|module)$/.test(mention.concept)
    ? { ...mention, concept: "eol-pack", alternatives: [mention.concept] }
    : mention;
}

const toldBehind = /\bblack ?mass\b[^.;\n]{0,80}[,(] ?(?:mixed|mainly|mostly|all|only) ?$/i;

/** 黑粉60吨，三元的; black mass for sale, mixed NCM (523/622): of which chemistry a black mass is, said behind it in a clause of its own. */
function asTold(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const told = mentions.find(
    ({ concept, negated, start, end }) =>
      !negated &&
      (lfp.test(concept) || ternary.test(concept)) &&
      ((/[,，、。;；]\s?$/.test(text.slice(0, start)) && /^的(?=[,，。;；\n]|$)/.test(text.slice(end))) ||
        (toldBehind.test(text.slice(Math.max(0, start - 120), start)) &&
          /^(?: ?\([\d/, ]{3,16}\))?(?=[,.;)\n]|$)/.test(text.slice(end)))),
  );
  const isBlack = ({ concept }: Mention) => concept.startsWith("black-mass-");
  if (!told || !mentions.some(isBlack)) return mentions;
  const concept = lfp.test(told.concept) ? "black-mass-lfp" : "black-mass-ncm";
  return mentions.map((one) => (one === told || isBlack(one) ? { ...one, concept, alternatives: [] } : one));
}

/**
 * A chemistry that is named apart from what makes it a used battery or scrap is that battery or that scrap: 退役芯,铁锂 are
 * retired LFP cells. Nothing is composed where the text names such goods by themselves. [MT3]
 */
export function composeMentions(text: string, named: readonly Mention[]): readonly Mention[] {
  const whole = asMixtures(text, named).map((mention) => asRecovered(text, mention));
  const refused = whole.find(({ concept, negated }) => negated && used.test(concept));
  const kind = refused?.concept.replace(/-(?:lfp|ncm)$/, "");
  if (kind !== undefined) return whole.map((mention) => ofKind(mention, kind));
  const mentions = asUsedGoods(text, whole);
  const isComposed = mentions !== whole;
  const chemistries = mentions.filter(({ concept }) => lfp.test(concept) || ternary.test(concept));
  // 退役大巴包,铁锂的: of packs told by their chemistry that is the name.
  const isMaking = mentions.some(
    ({ concept }) =>
      making.test(concept) && !(concept === "eol-pack" && chemistries.some(({ negated }) => !negated)),
  );
  if (isComposed || isMaking) return asTold(text, mentions);
  const isServed = served.test(text) && battery.test(text);
  if (chemistries.length === 0) return isServed ? mentions.map(asServed) : mentions;
  const isScrap = !isServed && scrap.test(text.replaceAll(leftOver, "")) && !refusedScrap.test(text);
  if (!isServed && !isScrap) return mentions;
  return mentions.flatMap((mention) => {
    // NMC modules are one thing: what the shape adds is in the name.
    if (isServed && /^(?:battery-module|battery-pack|cell-cylindrical)$/.test(mention.concept)) return [];
    if (lfp.test(mention.concept))
      return [{ ...mention, concept: isServed ? "eol-lfp" : "production-scrap", alternatives: [] }];
    if (ternary.test(mention.concept))
      return [{ ...mention, concept: isServed ? "eol-ncm" : "production-scrap", alternatives: [] }];
    return [mention];
  });
}
