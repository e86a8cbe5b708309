import type { Locale, RecordWords } from "@lilink/i18n";
import { type Bilingual, convertFigure, depositTypes, type Figure, type Point } from "@lilink/model/register";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { MapNames } from "#components/map-names.tsx";
import { ownText, type Substance, showFigure } from "#features/record/view.ts";
import { readDeposits } from "../queries.ts";
import { looks } from "../view.ts";

export type DepositMapProps = {
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
  readonly substance: Substance | undefined;
};

/** Deposits on the world map: where, of which type, how much. It shows what the filters of the list leave. */
export async function DepositMap({ words, locale, asked, substance }: DepositMapProps) {
  const t = await getTranslations("register.map");
  const items = await readDeposits(asked);
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
          // The legend names what is drawn.
          types: depositTypes
            .filter((type) => places.some((place) => place.type === type))
            .map((type) => ({
              key: type,
              label: words.choice("type", type),
              ...looks[type],
            })),
          places,
        }}
      />
      <MapNames places={places} />
      <p className="mt-2">
        <TextLink href="/supply/techniques">{t("toTechniques")}</TextLink>
      </p>
    </div>
  );
}
