import { formatNumber } from "@lilink/i18n";
import { provinces } from "@lilink/model/codes";
import { useLocale } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { inLocale } from "#lib/in-locale.ts";
import { provinceLetters, provinceTiles } from "../../figure/view.ts";

type Given = {
  readonly title: string;
  readonly head: readonly [place: string, value: string];
  readonly amounts: ReadonlyMap<string, number>;
  readonly none: string;
  /** Where the heading above says the same. */
  readonly hideTitle?: boolean;
  /** What a tile says of an amount in full. */
  readonly textOf: (amount: number) => string;
  /** What stands in a tile, where a whole amount would not fit. */
  readonly shortOf?: (amount: number) => string;
};

/** Amounts by province as tiles in rough places; a province without any is an empty tile. */
export function ProvinceCapacity({ title, head, amounts, none, hideTitle, textOf, shortOf }: Given) {
  const locale = useLocale();
  const shortText =
    shortOf ?? ((amount: number) => formatNumber(Number(amount.toPrecision(2)), locale, "short"));
  const largest = Math.max(0, ...amounts.values());
  const tiles = provinces.flatMap((province) => {
    const place = provinceTiles[province.code];
    if (!place) return [];
    const amount = amounts.get(province.code);
    return [
      {
        key: province.code,
        name: inLocale(province, locale),
        label: locale === "en" ? (provinceLetters[province.code] ?? province.en) : province.short,
        column: place[0],
        row: place[1],
        level: amount === undefined || largest === 0 ? null : amount / largest,
        short: amount === undefined ? "" : shortText(amount),
        text: amount === undefined ? none : textOf(amount),
        ...(amount === undefined ? { why: "missing" as const } : {}),
      },
    ];
  });
  return (
    <Chart title={title} hideTitle={hideTitle === true} spec={{ kind: "tile", head: [...head], tiles }} />
  );
}
