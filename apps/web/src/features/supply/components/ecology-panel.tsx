import { formatNumber, type Locale, type RecordWords } from "@lilink/i18n";
import { DataTable, NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { OutlineDrawing } from "#features/record/components/outline-drawing.tsx";
import { ownText } from "#features/record/view.ts";
import { drawn, frameOf } from "#lib/outline.ts";
import { readBlock } from "../queries.ts";
import { areaColumns } from "./area-columns.tsx";
import { EcologyLayer, EcologyWeaves } from "./ecology-layer.tsx";

/** What the protected areas say of a block, beside what its officer wrote. [EP2] [EP3] */
export async function EcologyPanel({
  id,
  version,
  words,
  locale,
}: {
  readonly id: string;
  readonly version: number;
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, { typed, found, isContradicted, lacksDecision, met, ring }] = await Promise.all([
    getTranslations("supply.ecology"),
    readBlock(id, version),
  ]);
  const number = (value: number) => formatNumber(Number(value.toPrecision(3)), locale);
  const frame = frameOf(ring);
  return (
    <Section id="ecology" title={t("title")}>
      {isContradicted ? (
        <NoticeBox tone="warning" className="mb-4" title={t("contradicted")}>
          {t("contradictedWhy", {
            typed: words.choice("ecology", String(typed)),
            found: words.choice("ecology", found),
          })}
        </NoticeBox>
      ) : null}
      {lacksDecision ? (
        <NoticeBox tone="warning" className="mb-4" title={t("lacksDecision")}>
          {t("lacksDecisionWhy")}
        </NoticeBox>
      ) : null}
      {met.length === 0 ? (
        <p className="text-muted">{t("meetsNone")}</p>
      ) : (
        <>
          <p className="mb-3">{t("meets", { count: met.length, found: words.choice("ecology", found) })}</p>
          {ring.length > 0 ? (
            <svg
              role="img"
              aria-label={t("drawing")}
              viewBox={`0 0 ${drawn.width} ${drawn.height}`}
              className="mb-4 w-full max-w-md min-w-72 rounded-md border border-line"
            >
              <EcologyWeaves />
              <OutlineDrawing ring={ring} frame={frame}>
                <EcologyLayer
                  frame={frame}
                  areas={met.map((area) => ({ ...area, label: ownText(area.name, locale) }))}
                />
              </OutlineDrawing>
            </svg>
          ) : null}
          <DataTable
            caption={t("title")}
            rows={met}
            rowKey={({ publicId }) => publicId}
            columns={[
              ...areaColumns(locale),
              {
                key: "share",
                label: t("share"),
                align: "end",
                cell: ({ share }) => (share === null ? t("placeAlone") : `${number(share * 100)}%`),
              },
              {
                key: "km2",
                label: t("km2"),
                align: "end",
                cell: ({ km2 }) => (km2 === null ? "–" : number(km2)),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
