import type { ReactNode } from "react";

type Mark = { readonly start: number; readonly end: number };

export type MarkedTextProps = { readonly text: string; readonly marks: readonly Mark[] };

/** A text with the words that a search asked for marked in it; the marks are in order and apart. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  if (marks.length === 0) return text;
  return marks.map(({ start, end }, at) => (
    <span key={start}>
      {text.slice(marks[at - 1]?.end ?? 0, start)}
      <mark className="rounded-sm bg-warning-wash text-inherit shadow-[inset_0_-2px_0_var(--color-warning)]">
        {text.slice(start, end)}
      </mark>
      {at === marks.length - 1 ? text.slice(end) : null}
    </span>
  ));
}
