import type { Mention } from "../analyze/mention.ts";
import headsJson from "../data/compound-heads.json" with { type: "json" };

/** What a compound is by its head: a machine for the thing, a service or a test of it, software or papers about it, what it leaves. */
export type HeadKind = "machine" | "service" | "software" | "waste" | "paper";
const kinds = ["machine", "service", "software", "waste", "paper"] as const;

// Nothing that parts two nouns stands in a compound.
const zhFill =
  "(?:(?![的和与及或、供求购卖售出需在为是有要可能每等请做用后前中含带已未不无对至到从经收])\\p{Script=Han}){0,7}?";
const zhEnd =
  '(?=[,，。;；、:：()（）\\d\\sA-Za-z"”]|$|对外|出租|出售|现货|报价|询价|可供|转让|供应|求|招|采购|需|一[台套条]|[两三四五六七八九十]|的|用|及|和|与|或|服务|外包|外协|委托|企业|公司|厂家|方案|技术|工艺|改造)';
const zh = new RegExp(
  `^(?:级)?${zhFill}(?:${kinds.map((kind) => `(${headsJson.zh[kind]})`).join("|")})${zhEnd}`,
  "u",
);
const enFill =
  "(?:[ -](?!(?:for|with|in|on|of|from|at|by|to|and|or|is|are|was|we|our|the|an?|as|per|that|which|not?|but|needs?|wanted|available|must|should|has|have|into|under|above|below|than|via|using)\\b)[a-z-]+){0,2}?";
const en = new RegExp(
  `^(?:s|es)?${enFill}[ -](?:${kinds.map((kind) => `(${headsJson.en[kind]})`).join("|")})\\b(?![ -](?:grade|quality|free|material))`,
);

/**
 * The head of the compound that a name begins: in Chinese the last noun, in English the last before a preposition. [MT97]
 * @example headOf("电池级碳酸锂除磁设备", { start: 0, end: 6 }) // "machine"
 */
export function headOf(text: string, { end }: Pick<Mention, "end">): HeadKind | null {
  const behind = text.slice(end, end + 40);
  const match = zh.exec(behind) ?? en.exec(behind);
  const at = match ? kinds.findIndex((_, index) => match[index + 1] !== undefined) : -1;
  return kinds[at] ?? null;
}
