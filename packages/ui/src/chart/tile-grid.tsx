import type { CSSProperties, ReactNode } from "react";
import { cn } from "../class-name.ts";

export type Tile = {
  readonly key: string;
  readonly label: string;
  /** Where it stands, counted from 1. */
  readonly column: number;
  readonly row: number;
  /** 0 to 1 for a shade; null for a tile without a figure. */
  readonly level: number | null;
  readonly value: ReactNode;
  readonly title?: string;
};

export type TileGridProps = { readonly tiles: readonly Tile[]; readonly label: string };

/** Equal tiles in rough places instead of a map: no borders are drawn, and no place is bigger than another. */
export function TileGrid({ tiles, label }: TileGridProps) {
  const columns = Math.max(1, ...tiles.map((tile) => tile.column));
  return (
    <ul
      aria-label={label}
      className="grid w-full max-w-3xl gap-1"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {tiles.map(({ key, label: name, column, row, level, value, title }) => (
        <li
          key={key}
          title={title}
          className={cn(
            "flex min-h-11 flex-col justify-between overflow-hidden rounded-sm border px-1 py-0.5 text-[0.7rem] leading-tight sm:min-h-14 sm:p-1.5 sm:text-xs",
            level === null ? "border-dashed border-line text-muted" : "border-line",
          )}
          style={
            {
              gridColumn: column,
              gridRow: row,
              ...(level === null
                ? {}
                : {
                    background: `color-mix(in oklab, var(--color-info) ${Math.round(8 + level * 32)}%, var(--color-ground))`,
                  }),
            } as CSSProperties
          }
        >
          <span>{name}</span>
          <span className="truncate font-medium tabular-nums">{value}</span>
        </li>
      ))}
    </ul>
  );
}
