const electric: readonly (readonly [RegExp, string])[] = [
  [/^伏(?![击安特])/, "V"],
  [/^平(?=[,，。;；、()（）起的左以\s]|$)/, "m2"],
  [/^瓦(?![片斯楞时特])/, "W"],
  [/^欧(?![元洲盟美标姆])/, "Ω"],
  [/^安(?![装全徽排庆阳防检培时])/, "A"],
  [/^A(?=[,，。;；、()（）持续脉峰放充]|\n|$)/, "A"],
  [/^s(?=[,，。;；、)）\n]|\p{Script=Han}|$)/u, "s"],
];

/**
 * 12伏, 5安, 60s: of one character, a unit behind digits alone; 2A is a current only where currents are spoken of. Null where
 * none starts.
 */
export function readElectric(
  text: string,
  start: number,
): { readonly end: number; readonly unit: string } | null {
  if (!/[\d零一二两三四五六七八九十百千万亿]/.test(text.charAt(start - 1))) return null;
  const unit = electric.find(([pattern]) => pattern.test(text.slice(start, start + 2)))?.[1];
  if (
    unit === undefined ||
    (text.charAt(start) === "A" && !isOfCurrent(text, start)) ||
    (text.charAt(start) === "s" && isDecadeOrShell(text.slice(Math.max(0, start - 18), start)))
  )
    return null;
  return { end: start + 1, unit };
}

function isOfCurrent(text: string, start: number): boolean {
  if (/^A(?:持续|连续|脉冲|峰值|放电|充电)/.test(text.slice(start, start + 3))) return true;
  return /(?:电流|[充放]电|熔断|\bcurrent\b|V\/)[^,，。;；]*$/i.test(
    text.slice(Math.max(0, start - 30), start),
  );
}

/** The 1990s and the F 1s of a spectrum are no seconds. */
function isDecadeOrShell(before: string): boolean {
  return /\b(?:the|in) (?:\w+ )?\d+$|(?:^|[^A-Za-z])[A-Z][a-z]? ?[1-4]$/i.test(before);
}
