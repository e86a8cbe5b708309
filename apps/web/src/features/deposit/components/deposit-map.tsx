import type { Locale, RecordWords } from "@lilink/i18n";
import { type Bilingual, convertFigure, depositTypes, type Figure, type Point } from "@lilink/model/register";
import type { Tone } from "@lilink/ui";
import type { Shape } from "@lilink/ui/chart";
import { getTranslations } from "next-intl/server";
import { Chart } from "#components/chart.tsx";
import { readRecords, requireRegister } from "#features/record/queries.ts";
import { ownText, type Substance, showFigure } from "#features/record/view.ts";

/** Each type by a shape and a tone, so that no colour is needed. */
const looks: Readonly<Record<(typeof depositTypes)[number], { readonly shape: Shape; readonly tone: Tone }>> =
  {
    spodumene: { shape: "rect", tone: "materials" },
    lepidolite: { shape: "arrow", tone: "recycling" },
    hard_rock: { shape: "triangle", tone: "smelting" },
    brine: { shape: "circle", tone: "resource" },
    clay: { shape: "diamond", tone: "chain" },
  };

export type DepositMapProps = {
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
  readonly substance: Substance | undefined;
};

/** Deposits on the world map: where, of which type, how much. It shows what the filters of the list leave. */
export async function DepositMap({ words, locale, asked, substance }: DepositMapProps) {
  const t = await getTranslations("register.map");
  const register = requireRegister("deposits");
  const { cursor: _cursor, sort: _sort, ...filters } = asked;
  const items = [];
  for (let cursor: string | null | undefined; cursor !== null && items.length < 400; ) {
    const { page } = await readRecords(register, { ...filters, ...(cursor ? { cursor } : {}) }, 100);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  const places = items.flatMap(({ publicId, values }) => {
    const place = values.place as Point | null;
    const resource = values.resource as Figure | null;
    if (!place) return [];
    const amount = resource?.value ? convertFigure(resource.value, resource.unit, "kt Li") : null;
    return [
      {
        key: publicId,
        href: `/${locale}/deposits/${publicId}`,
        label: ownText(values.name as Bilingual, locale),
        type: String(values.type),
        lon: place.lon,
        lat: place.lat,
        value: amount?.ok ? amount.value.toNumber() : null,
        text: resource ? showFigure(resource, words, locale, substance).text : t("noResource"),
      },
    ];
  });
  if (places.length === 0) return null;
  return (
    <div className="mb-6">
      <Chart
        title={t("title", { count: places.length })}
        source={t("source")}
        spec={{
          kind: "map",
          head: [words.field("name"), words.field("type"), words.field("resource")],
          types: depositTypes.map((type) => ({
            key: type,
            label: words.choice("type", type),
            ...looks[type],
          })),
          places,
        }}
      />
    </div>
  );
}
