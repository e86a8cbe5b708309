import { provinces } from "@lilink/model/codes";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { provinceTiles } from "#features/figure/view.ts";

const shades = [
  "border border-dashed border-edge text-muted",
  "bg-sunken text-ink",
  "bg-chain/35 text-ink",
  "bg-chain/60 text-ink",
  "bg-chain text-ground",
] as const;

/** Two letters for a province, as ISO 3166-2:CN has them, by its GB/T 2260 code. */
const letters: Readonly<Record<string, string>> = {
  ...{
    11: "BJ",
    12: "TJ",
    13: "HE",
    14: "SX",
    15: "NM",
    21: "LN",
    22: "JL",
    23: "HL",
    31: "SH",
    32: "JS",
    33: "ZJ",
  },
  ...{
    34: "AH",
    35: "FJ",
    36: "JX",
    37: "SD",
    41: "HA",
    42: "HB",
    43: "HN",
    44: "GD",
    45: "GX",
    46: "HI",
    50: "CQ",
  },
  ...{
    51: "SC",
    52: "GZ",
    53: "YN",
    54: "XZ",
    61: "SN",
    62: "GS",
    63: "QH",
    64: "NX",
    65: "XJ",
    71: "TW",
    81: "HK",
  },
  82: "MO",
};

/** The shade of a count: none, then four of equal steps up to the largest. */
function shadeOf(count: number, largest: number): string {
  return shades[count === 0 ? 0 : Math.max(1, Math.ceil((4 * count) / largest))] ?? shades[4];
}

/** Open postings by the province that they name, as tiles in rough places; a tile leads to its postings. */
export function ProvinceTiles({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useTranslations("board.map");
  const locale = useLocale();
  const largest = Math.max(1, ...Object.values(counts));
  return (
    <>
      <ul className="grid grid-cols-8 gap-1 text-xs">
        {provinces.flatMap(({ code, short, zh, en }) => {
          const place = provinceTiles[code];
          if (!place) return [];
          const count = counts[code] ?? 0;
          const name = t("tile", { name: locale === "en" ? en : zh, count });
          const tile = cn(
            "flex aspect-square items-center justify-center rounded-sm no-underline",
            shadeOf(count, largest),
          );
          const shown = (
            <>
              <span className="sr-only">{name}</span>
              <span aria-hidden>{locale === "en" ? letters[code] : short}</span>
            </>
          );
          return (
            <li key={code} style={{ gridColumn: place[0], gridRow: place[1] }}>
              {count === 0 ? (
                <span title={name} className={tile}>
                  {shown}
                </span>
              ) : (
                <RoutedLink
                  href={{ pathname: "/postings", query: { region: code } }}
                  title={name}
                  className={tile}
                >
                  {shown}
                </RoutedLink>
              )}
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-xs text-muted">{t("note", { largest })}</p>
    </>
  );
}
