import type { Span } from "@lilink/engine/text";

/** What stands before a place, back to the last of `ends` and over `reach` characters at most. */
export function wordsBefore(
  text: string,
  { start }: Pick<Span, "start">,
  ends: RegExp,
  reach: number,
): string {
  return (
    text
      .slice(Math.max(0, start - reach), start)
      .split(ends)
      .at(-1) ?? ""
  );
}

/** What stands behind a place, up to the first of `ends` and over `reach` characters at most. */
export function wordsBehind(text: string, { end }: Pick<Span, "end">, ends: RegExp, reach: number): string {
  return text.slice(end, end + reach).split(ends)[0] ?? "";
}

/** Both, with a blank between them where the place was. */
export function wordsBeside(text: string, place: Span, ends: RegExp, reach: number): string {
  return `${wordsBefore(text, place, ends, reach)} ${wordsBehind(text, place, ends, reach)}`;
}
