import type { Locale } from "@lilink/i18n";
import { useTranslations } from "next-intl";
import { ownText } from "#features/record/view.ts";
import { type Binding, pathOf } from "../queries.ts";
import { DayRibbons } from "./day-ribbons.tsx";

type OwnRibbonsProps = { readonly binding: Binding; readonly on: string; readonly locale: Locale };

/** The reader's own plants, a ribbon for each kind of conditions that is asked of one. [CN5] */
export function OwnRibbons({ binding: { plants, window }, on, locale }: OwnRibbonsProps) {
  const t = useTranslations("condition");
  const rows = plants.flatMap((plant) =>
    plant.bindings.map(({ kind, spans }) => ({
      id: `${plant.publicId} ${kind}`,
      href: pathOf(plant),
      name: ownText(plant.site, locale),
      kind: t(`kinds.${kind}`),
      spans,
    })),
  );
  return <DayRibbons key={on} rows={rows} window={window} on={on} />;
}
