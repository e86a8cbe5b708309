import type { Locale, RecordWords } from "@lilink/i18n";
import { formatNumber } from "@lilink/i18n";
import { type Bilingual, type Figure, overseasStages, type Point } from "@lilink/model/register";
import { type ProjectOutput, sumOutput } from "@lilink/model/supply";
import type { Tone } from "@lilink/ui";
import type { Shape } from "@lilink/ui/chart";
import { getTranslations } from "next-intl/server";
import { Chart } from "#components/chart.tsx";
import { MapNames } from "#components/map-names.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** Each stage by a shape and a tone, so that no colour is needed. */
const looks: Readonly<
  Record<(typeof overseasStages)[number], { readonly shape: Shape; readonly tone: Tone }>
> = {
  exploration: { shape: "pin", tone: "chain" },
  feasibility: { shape: "diamond", tone: "chain" },
  construction: { shape: "triangle", tone: "smelting" },
  ramp_up: { shape: "arrow", tone: "materials" },
  producing: { shape: "circle", tone: "resource" },
  suspended: { shape: "rect", tone: "recycling" },
  exited: { shape: "rect", tone: "neutral" },
};

/** Projects abroad on the land of the world: where, how far, how much. [OP1] */
export async function ProjectMap({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const { items } = await api.overseasProject.list({ limit: 100 });
  const places = items.flatMap(({ publicId, values }) => {
    const place = values.place as Point | null;
    const capacity = values.capacity as Figure | null;
    if (!place) return [];
    return [
      {
        key: publicId,
        href: `/${locale}/projects-abroad/${publicId}`,
        label: ownText(values.name as Bilingual, locale),
        type: String(values.stage),
        lon: place.lon,
        lat: place.lat,
        value: capacity?.value ? Number(capacity.value) : null,
        text: capacity?.value
          ? `${formatNumber(Number(capacity.value), locale)} ${capacity.unit}`
          : words.choice("stage", String(values.stage)),
      },
    ];
  });
  if (places.length === 0) return null;
  const output = sumOutput(items.map(({ values }) => values as unknown as ProjectOutput));
  const whole = (value: string) => formatNumber(Math.round(Number(value)), locale);
  const seen = new Set(places.map(({ type }) => type));
  return (
    <div className="mb-6">
      <Chart
        title={t("projects", { count: places.length })}
        spec={{
          kind: "map",
          head: [words.field("name"), words.field("stage"), words.field("capacity")],
          types: overseasStages
            .filter((stage) => seen.has(stage))
            .map((stage) => ({ key: stage, label: words.choice("stage", stage), ...looks[stage] })),
          places,
        }}
      />
      <MapNames places={places} />
      {output.told > 0 ? (
        <p className="mt-2 text-sm text-muted">
          {t("output.sum", {
            told: output.told,
            equity: whole(output.equity),
            offtake: whole(output.offtake),
            open: whole(output.open),
          })}
        </p>
      ) : null}
    </div>
  );
}
