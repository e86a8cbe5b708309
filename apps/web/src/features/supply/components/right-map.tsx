import { type Locale, type RecordWords, recordWords } from "@lilink/i18n";
import {
  type Bilingual,
  type ecologyVerdicts,
  type Point,
  type RightPhase,
  type Ring,
  ringOf,
} from "@lilink/model/register";
import { capitalsOf } from "@lilink/model/trace";
import { NoticeBox } from "@lilink/ui";
import { landPath } from "@lilink/ui/land";
import { getTranslations } from "next-intl/server";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { provinceName } from "#features/organization/view.ts";
import { readAllRecords, requireRegister } from "#features/record/queries.ts";
import { ownText } from "#features/record/view.ts";
import { drawn, type Frame, pathOfRing, toXY, transformOf } from "#lib/outline.ts";
import { letterSize, placeNames } from "#lib/place-names.ts";
import { readEcology } from "../queries.ts";
import { AreaTable } from "./area-table.tsx";
import { EcologyLayer, EcologyWeaves, protections, WeaveMark } from "./ecology-layer.tsx";

type Ecology = (typeof ecologyVerdicts)[number];
/** The verdict as a shape, so that no colour is needed. */
const shapes: Readonly<Record<Ecology, string>> = {
  red_line: "M-5 -5L5 -5L5 5L-5 5ZM-5 -5L5 5M5 -5L-5 5",
  buffer: "M0 -6L6 5L-6 5Z",
  none: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0",
};
/** How far a right has come, as a fill. */
const fills = {
  early: "fill-ground",
  held: "fill-chain",
  producing: "fill-resource",
  idle: "fill-warning",
  ended: "fill-line",
};
type Stage = keyof typeof fills;
const stages: Readonly<Record<RightPhase, Stage>> = {
  planned: "early",
  announced: "early",
  applied: "early",
  exploring: "early",
  granted: "held",
  building: "held",
  producing: "producing",
  idle: "idle",
  expired: "ended",
  surrendered: "ended",
  revoked: "ended",
  closed: "ended",
};
const stageOf = (state: string): Stage => stages[state as RightPhase] ?? "early";

/** Mining goes on, or may, where it is ruled out. */
const isAtOdds = (ecology: Ecology, state: string): boolean =>
  ecology === "red_line" && ["held", "producing"].includes(stageOf(state));

/** Half of what a mark is wide. */
const apart = 6.5;

/** Pushes marks that would cover one another apart, each as little as it needs. */
function spread(spots: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const placed = spots.map(([x, y]) => [x, y] as [number, number]);
  for (let round = 0; round < 30; round += 1)
    for (const [at, one] of placed.entries())
      for (const other of placed.slice(at + 1)) {
        const [dx, dy] = [other[0] - one[0] || 0.01, other[1] - one[1]];
        const far = Math.hypot(dx, dy);
        const push = (2 * apart - far) / 2;
        if (push <= 0) continue;
        one[0] -= (dx / far) * push;
        one[1] -= (dy / far) * push;
        other[0] += (dx / far) * push;
        other[1] += (dy / far) * push;
      }
  return placed;
}

const frame: Frame = { lon: 104, lat: 36, tall: 36 };
const middleOf = (ring: Ring): Ring[number] => {
  const sum = ring.reduce(([lon, lat], [a, b]) => [lon + a, lat + b] as const, [0, 0] as const);
  return [sum[0] / ring.length, sum[1] / ring.length];
};

/** Blocks and rights where they lie, with the verdict on ecology and how far each has come; the list below holds the same. [MR2] */
export async function RightMap({
  words,
  locale,
  asked,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
}) {
  const [t, items, ecology] = await Promise.all([
    getTranslations("supply"),
    readAllRecords(requireRegister("mining-rights"), asked),
    readEcology(),
  ]);
  const areaWords = recordWords("protectedArea", locale);
  const blocks = items.flatMap(({ publicId, state, values, binding }) => {
    const ring = values.outline ? ringOf(String(values.outline)) : [];
    const place = values.place as Point | null;
    const spot = ring.length > 0 ? middleOf(ring) : place ? ([place.lon, place.lat] as const) : null;
    if (!spot) return [];
    const name = ownText(values.name as Bilingual, locale);
    const ecology = (binding?.ecology ?? values.ecology) as Ecology;
    return [{ publicId, ring, spot, name, ecology, state, province: String(values.province ?? "") }];
  });
  if (blocks.length === 0) return null;
  const title = t("rightMap", { count: blocks.length, areas: ecology.areas.length });
  const marks = spread(blocks.map(({ spot }) => toXY(frame, spot)));
  // Of those in the list alone: it is narrowed by what the outlines say, so a red line that a record does not name is among them.
  const listed = new Set(items.map(({ publicId }) => publicId));
  const contradicted = ecology.blocks.filter((one) => one.isContradicted && listed.has(one.publicId));
  // Work over a red line is named by what its own record says, too.
  const told = new Set(contradicted.map(({ publicId }) => publicId));
  const working = blocks.filter(
    ({ publicId, ecology: verdict, state }) =>
      verdict === "red_line" && state === "producing" && listed.has(publicId) && !told.has(publicId),
  );
  return (
    <figure className="mb-6">
      {working.length > 0 ? (
        <NoticeBox
          tone="warning"
          className="mb-4"
          title={t("ecology.producingOnRed", { count: working.length })}
        >
          <ul>
            {working.map(({ publicId, name }) => (
              <li key={publicId}>
                <TextLink href={`/mining-rights/${publicId}#ecology`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </NoticeBox>
      ) : null}
      {contradicted.length > 0 ? (
        <NoticeBox
          tone="warning"
          className="mb-4"
          title={t("ecology.contradictedIn", { count: contradicted.length })}
        >
          <ul>
            {contradicted.map(({ publicId, name, found }) => (
              <li key={publicId}>
                <TextLink href={`/mining-rights/${publicId}#ecology`}>{ownText(name, locale)}</TextLink>
                {`: ${words.choice("ecology", found)}`}
              </li>
            ))}
          </ul>
        </NoticeBox>
      ) : null}
      <p aria-hidden className="mb-2 font-medium">
        {title}
      </p>
      <svg
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        className="w-full max-w-4xl rounded-md border border-line"
      >
        <title>{title}</title>
        <EcologyWeaves />
        <path
          d={landPath(1)}
          transform={transformOf(frame)}
          className="fill-sunken stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        <EcologyLayer
          frame={frame}
          areas={ecology.areas.map(({ name, kind, ...area }) => ({
            ...area,
            label: `${ownText(name, locale)}: ${areaWords.choice("kind", kind)}, ${areaWords.choice("protection", area.protection)}`,
          }))}
        />
        {placeNames(
          capitalsOf(blocks.map(({ province }) => province)).map(({ code, lon, lat }) => ({
            text: provinceName(code, locale) ?? code,
            spot: toXY(frame, [lon, lat]),
          })),
          marks,
          apart,
        ).map(({ text, x, y }) => (
          <text
            key={text}
            x={x}
            y={y}
            textAnchor="middle"
            fontSize={letterSize}
            className="fill-muted stroke-sunken max-sm:hidden"
            strokeWidth={2}
            paintOrder="stroke"
          >
            {text}
          </text>
        ))}
        {blocks.map(({ publicId, ring, name, ecology, state }, at) => {
          const [x, y] = marks[at] ?? [0, 0];
          return (
            <RoutedLink key={publicId} href={`/mining-rights/${publicId}`}>
              <title>{`${name}: ${words.state(state)}, ${words.choice("ecology", ecology)}`}</title>
              <path d={pathOfRing(frame, ring)} className="fill-none stroke-ink" />
              {isAtOdds(ecology, state) ? (
                <circle cx={x} cy={y} r={9} className="fill-none stroke-danger" strokeWidth={2} />
              ) : null}
              <path
                d={shapes[ecology]}
                transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
                className={`${fills[stageOf(state)]} stroke-ink`}
                strokeWidth={1}
              />
            </RoutedLink>
          );
        })}
      </svg>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        <span>{t("byShape")}</span>
        {(Object.keys(shapes) as Ecology[]).map((ecology) => (
          <span key={ecology} className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="-7 -7 14 14" className="size-3.5">
              <path d={shapes[ecology]} className="fill-ground stroke-ink" />
            </svg>
            {words.choice("ecology", ecology)}
          </span>
        ))}
        <span aria-hidden className="basis-full" />
        <span>{t("byStage")}</span>
        {(Object.keys(fills) as (keyof typeof fills)[]).map((stage) => (
          <span key={stage} className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="-7 -7 14 14" className="size-3.5">
              <path d="M-6 -4H6V4H-6Z" className={`${fills[stage]} stroke-ink`} />
            </svg>
            {t(`rightStage.${stage}`)}
          </span>
        ))}
        {ecology.areas.length > 0 ? (
          <>
            <span aria-hidden className="basis-full" />
            <span>{t("byArea")}</span>
            {protections.map((protection) => (
              <span key={protection} className="inline-flex items-center gap-1.5">
                <WeaveMark protection={protection} />
                {areaWords.choice("protection", protection)}
              </span>
            ))}
          </>
        ) : null}
        {blocks.some(({ ecology, state }) => isAtOdds(ecology, state)) ? (
          <span className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="-7 -7 14 14" className="size-3.5">
              <circle r={5} className="fill-none stroke-danger" strokeWidth={2} />
            </svg>
            {t("redHeld")}
          </span>
        ) : null}
        <span>{t("noBorders")}</span>
      </figcaption>
      {ecology.areas.length > 0 ? (
        <details className="mt-4">
          <summary className="text-link">{t("ecology.asTable", { count: ecology.areas.length })}</summary>
          <div className="mt-2">
            <AreaTable areas={ecology.areas} blocks={ecology.blocks} locale={locale} />
          </div>
        </details>
      ) : null}
    </figure>
  );
}
