import type { Comparison } from "../view.ts";

export type CostBarsProps = {
  readonly compared: Comparison;
  readonly own: { readonly name: string; readonly text: string };
  readonly rival: { readonly name: string; readonly text: string };
};

/** Two bars, one under the other: what it costs this way and the rival way. */
export function CostBars({ compared, own, rival }: CostBarsProps) {
  const rows = [
    { ...own, share: compared.own, tone: "bg-materials" },
    { ...rival, share: compared.rival, tone: "bg-edge" },
  ];
  return (
    <dl className="flex flex-col gap-1 text-sm">
      {rows.map(({ name, text, share, tone }) => (
        <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-3">
          <dt className="text-muted">{name}</dt>
          <dd className="flex items-center gap-2 tabular-nums">
            <span aria-hidden className="block h-3 min-w-0 flex-1">
              <span className={`block h-full ${tone}`} style={{ width: `${share * 100}%` }} />
            </span>
            <span className="w-32 shrink-0">{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
