import { cn } from "../class-name.ts";
import { diffText } from "./diff-text.ts";

export type DiffProps = {
  readonly before: string;
  readonly after: string;
  readonly text: { readonly removed: string; readonly added: string };
  readonly className?: string;
};

/** Old and new in one text: struck through and underlined, never by colour alone. */
export function Diff({ before, after, text, className }: DiffProps) {
  const seen = new Map<string, number>();
  return (
    <p className={cn("whitespace-pre-wrap", className)}>
      {diffText(before, after).map((part) => {
        const turn = (seen.get(part.kind + part.text) ?? 0) + 1;
        seen.set(part.kind + part.text, turn);
        const key = `${part.kind}:${turn}:${part.text}`;
        if (part.kind === "same") return <span key={key}>{part.text}</span>;
        const removed = part.kind === "removed";
        const Mark = removed ? "del" : "ins";
        return (
          <Mark
            key={key}
            className={
              removed ? "bg-danger-wash text-danger line-through" : "bg-success-wash text-success underline"
            }
          >
            <span className="sr-only">{` ${removed ? text.removed : text.added} `}</span>
            {part.text}
          </Mark>
        );
      })}
    </p>
  );
}
