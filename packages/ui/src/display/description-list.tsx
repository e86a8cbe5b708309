import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type DescriptionItem = { readonly term: ReactNode; readonly detail: ReactNode; readonly key: string };

/** Terms left, details right, a hairline between; stacked where there is little room. */
export function DescriptionList({
  items,
  className,
}: {
  readonly items: readonly DescriptionItem[];
  readonly className?: string;
}) {
  return (
    <dl className={cn("hairline-list @container", className)}>
      {items.map((item) => (
        <div key={item.key} className="grid gap-x-6 py-2 @sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
