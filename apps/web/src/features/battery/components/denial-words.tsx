import type { LifeEvent } from "../queries.ts";
import { useDenialLines } from "./use-denial-lines.ts";

/** The words about a denied hand-over, one below the other; nothing where it is not denied. */
export function DenialWords({ denial }: { readonly denial: LifeEvent["denial"] }) {
  const linesOf = useDenialLines();
  return linesOf(denial).map((line) => (
    <span key={line} className="mt-1 block max-w-prose text-sm font-normal text-muted">
      {line}
    </span>
  ));
}
