import { provinces } from "@lilink/model/codes";
import { cn } from "@lilink/ui";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { RoutedLink } from "#components/button-link.tsx";
import { provinceLetters, provinceTiles, toScale } from "../view.ts";

const shades = [
  "border border-dashed border-edge text-muted",
  "bg-sunken text-ink",
  "bg-chain/35 text-ink",
  "bg-chain/60 text-ink",
  "bg-chain text-ground",
] as const;

/** The shade of a count: none, then four of equal steps up to the largest. */
function shadeOf(count: number, largest: number): string {
  return shades[count === 0 ? 0 : Math.max(1, Math.ceil((4 * count) / largest))] ?? shades[4];
}

export type ProvinceTilesProps = {
  readonly counts: Readonly<Record<string, number>>;
  /** What a tile says to whoever hovers or hears it. */
  readonly nameOf: (province: string, count: number) => string;
  /** Where a tile that counts something leads to. */
  readonly hrefOf: (code: string) => ComponentProps<typeof RoutedLink>["href"];
  /** Whether a tile has room for its count, too. */
  readonly counted?: boolean;
};

/** Counts by province as tiles in rough places, each as large as the others; the more, the darker. */
export function ProvinceTiles({ counts, nameOf, hrefOf, counted }: ProvinceTilesProps) {
  const locale = useLocale();
  const largest = Math.max(1, ...Object.values(counts));
  return (
    <>
      <ul className="grid grid-cols-8 gap-1 text-xs">
        {provinces.flatMap(({ code, short, zh, en }) => {
          const place = provinceTiles[code];
          if (!place) return [];
          const count = counts[code] ?? 0;
          const name = nameOf(locale === "en" ? en : zh, count);
          const tile = cn(
            "flex aspect-square flex-col items-center justify-center rounded-sm leading-tight no-underline",
            shadeOf(count, largest),
          );
          const shown = (
            <>
              <span className="sr-only">{name}</span>
              <span aria-hidden>{locale === "en" ? provinceLetters[code] : short}</span>
              {counted && count > 0 ? (
                <span aria-hidden className="tabular-nums">
                  {count}
                </span>
              ) : null}
            </>
          );
          return (
            <li key={code} style={{ gridColumn: place[0], gridRow: place[1] }}>
              {count === 0 ? (
                <span title={name} className={tile}>
                  {shown}
                </span>
              ) : (
                <RoutedLink href={hrefOf(code)} title={name} className={tile}>
                  {shown}
                </RoutedLink>
              )}
            </li>
          );
        })}
      </ul>
      {counted || largest === 1 ? null : (
        <ul aria-hidden className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted tabular-nums">
          {toScale(largest).map((said, shade) =>
            said === null ? null : (
              <li key={said} className="inline-flex items-center gap-1">
                <span className={cn("size-3 rounded-sm", shades[shade])} />
                {said}
              </li>
            ),
          )}
        </ul>
      )}
    </>
  );
}
