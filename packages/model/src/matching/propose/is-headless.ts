import type { Mention } from "../analyze/mention.ts";
import { wanted } from "./evidence-words.ts";

/** Whether what is asked for is none of the things that the text names: 电解液空桶1000个,找清洗厂. [MT90] */
export function isHeadless(text: string, mentions: readonly Mention[]): boolean {
  const demands = [...text.matchAll(wanted)];
  return (
    demands.length > 0 &&
    demands.every(({ index, 0: { length } }) => {
      const rest = text.slice(index + length).split(/[,，;；。\n]|\. /)[0] ?? "";
      const end = index + length + rest.length;
      return !mentions.some(({ start }) => start >= index - 6 && start < end);
    })
  );
}
