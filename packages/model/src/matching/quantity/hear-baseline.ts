const change = /(?:由|从|自|from)(?:目前|现在|现有|当前|的|the present|the current|today's|present|\s)*$/i;
const changed =
  /^[^,，。;；]{0,12}(?:提高|提升|提|升|增|降|减|缩短|改善|扩大|扩产|扩|优化)[^,，。;；]{0,4}(?:到|至|为)/;
const changeVerb =
  /\b(?:raise[sd]?|rais\w+|increas\w+|improv\w+|lift\w*|reduc\w+|cut\w*|lower\w*|upgrad\w+|expand\w*|shorten\w*|bring\w*|go(?:es|ing)?|push\w*)\b[^.;\n]{0,66}$/i;

/** 85 in "from 85 % to 92 %" of a change is what is to be left behind. [MT7] */
export function isBaseline(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const core = text.slice(start, end);
  const opened = change.test(before) || /^(?:from|由|从)/i.test(core);
  if (opened && changed.test(text.slice(end, end + 24))) return true;
  if (isFalling(core, text.slice(end, end + 34))) return true;
  return (
    /^[^.;,\n]{0,24}?\bto\b/i.test(text.slice(end, end + 30)) &&
    changeVerb.test(before) &&
    /^[^\d]*\d/.test(text.slice(end, end + 34))
  );
}

/** From 4,000 to 3,000 dollars: what falls goes from one figure to another; warmth, tension and shares are run through downwards too. */
export function isFalling(core: string, rest: string): boolean {
  const from = /^from ([\d,]*\d(?:\.\d+)?)/i.exec(core)?.[1];
  const to = /^ ?to (?:less than |below |under |at most |only |about )?([\d,]*\d(?:\.\d+)?)(.{0,6})/i.exec(
    rest,
  );
  if (from === undefined || !to?.[1] || /^ ?(?:%|°|K\b|V\b|mV\b|degrees)/.test(to[2] ?? "")) return false;
  return Number(to[1].replaceAll(",", "")) < Number(from.replaceAll(",", ""));
}
