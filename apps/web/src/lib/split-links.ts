export type TextPart = { readonly text: string; readonly href?: string };

const address = /https?:\/\/[^\s()（）<>"，。；、“”]+/g;

/**
 * A text with its addresses set apart, each under the name of its host instead of its encoded length.
 * @example splitLinks("see https://www.example.org/a%20b.") // [{ text: "see " }, { text: "example.org", href: "https://www.example.org/a%20b" }, { text: "." }]
 */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const href = match[0].replace(/[.,;:]+$/, "");
    if (!URL.canParse(href)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: new URL(href).hostname.replace(/^(?:www|m)\./, ""), href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
