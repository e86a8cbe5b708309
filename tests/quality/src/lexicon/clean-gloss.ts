const notMeanings =
  /^(?:old |erroneous |Japanese |archaic )?(?:variant|form) of|^see |^also written|^CL:|^also pr\.|^Taiwan pr|^\(?interjection|^used (?:in|to|as|for)|classifier |^(?:Japanese|Korean) surname|radical|^(?:county|district|town|township|prefecture)-?level|^bound form|suffix|prefix/i;
const abbreviationOf = /\b(?:abbr\.|short|contraction) (?:for|of) [^,;]*\p{Script=Han}[^,;]*(?:, )?/gu;
const placeholders =
  /\b(?:sb's|sb|sth|one's|oneself|etc|e\.g\..*|i\.e\..*|esp\.|usu\.|lit\.|fig\.|approx\.?)\b\.?/g;
const mostWords = 6;

/**
 * The meanings in one definition of CC-CEDICT as plain English words: without notes, readings, Chinese and placeholders; a
 * formula at the end is a meaning of its own. None where the definition only points elsewhere.
 * @example cleanGloss("(chemistry) carbon dioxide CO2") // ["carbon dioxide", "CO2"]
 */
export function cleanGloss(definition: string): readonly string[] {
  const bare = definition
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\[[^\]]*\]/g, " ");
  if (notMeanings.test(bare.trim())) return [];
  return bare
    .replaceAll(abbreviationOf, "")
    .replaceAll(/\p{Script=Han}+\|?/gu, " ")
    .split(/[;/]/)
    .map(tidy)
    .filter((gloss) => /[A-Za-z0-9]/.test(gloss))
    .map((gloss) => (/^[A-Z]/.test(gloss) ? (gloss.split(",")[0] ?? "").trim() : gloss))
    .flatMap((gloss) => /^(.+?) ([A-Z][A-Za-z]*\d[A-Za-z0-9]*)$/.exec(gloss)?.slice(1) ?? [gloss])
    .map(shorten);
}

function tidy(part: string): string {
  return part
    .replaceAll(/["“”]/g, "")
    .replaceAll(placeholders, " ")
    .replace(/^\s*(?:to be|to|a|an|the)\s+/i, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s,.:-]+|[\s,.:-]+$/g, "")
    .replaceAll(/\s*,\s*/g, ", ");
}

function shorten(gloss: string): string {
  if (gloss.split(" ").length <= mostWords) return gloss;
  const [head = ""] = gloss.split(",");
  return head.split(" ").length <= mostWords ? head : gloss.split(" ").slice(0, mostWords).join(" ");
}
