import { drawFlow, type LinkId, loadStage } from "@lilink/model/chain";
import { cn, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { LinkBadge } from "#components/link-badge.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { nameOf, type StageRow } from "../view.ts";
import { CountLine } from "./count-line.tsx";
import { type Box, type FlowDrawing, flowHeight, flowWidth, layOutFlow, type Ribbon } from "./flow-layout.ts";

const drawing = layOutFlow(drawFlow());
const columnLinks = ["resource", "smelting", "materials", "recycling"] as const;
const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
const placeOf = (box: Box) => ({
  left: percent(box.x, flowWidth),
  top: percent(box.y, flowHeight),
  width: percent(box.width, flowWidth),
  height: percent(box.height, flowHeight),
});
const edgeColors: Readonly<Record<LinkId, string>> = {
  resource: "border-l-resource",
  smelting: "border-l-smelting",
  materials: "border-l-materials",
  recycling: "border-l-recycling",
  chain: "border-l-chain",
};

export type FlowChartProps = { readonly rows: readonly StageRow[]; readonly chosen: string | null };

/** The four links from left to right, stages as links, material as ribbons; what comes back is dashed. */
export function FlowChart({ rows, chosen }: FlowChartProps) {
  const t = useTranslations("chain.flow");
  const locale = useLocale();
  const services = rows.find((row) => row.stage.link === "chain");
  const returns = drawing.ribbons.flatMap(({ flow, mark }) => (mark ? [{ flow, number: mark.number }] : []));
  return (
    <>
      <div className="relative w-full" style={{ aspectRatio: `${flowWidth} / ${flowHeight}` }}>
        <Ribbons drawing={drawing} chosen={chosen} />
        {columnLinks.map((link, index) => (
          <span
            key={link}
            className="absolute top-0"
            style={{ left: percent(drawing.heads[index]?.x ?? 0, flowWidth) }}
          >
            <LinkBadge link={link} />
          </span>
        ))}
        {rows.map((row) => {
          const box = drawing.boxes.get(row.stage.id);
          return box ? <StageNode key={row.stage.id} row={row} box={box} chosen={chosen} /> : null;
        })}
        {services ? (
          <StageNode row={services} box={drawing.band} chosen={chosen} note={t("services")} />
        ) : null}
      </div>
      <p className="mt-3 text-sm">{t("returnList")}</p>
      <ol className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        {returns.map(({ flow, number }) => (
          <li key={number} className="tabular-nums">
            {`${number} ${nameOf(loadStage(flow.from), locale)} → ${nameOf(loadStage(flow.to), locale)}`}
          </li>
        ))}
      </ol>
    </>
  );
}

type StageNodeProps = {
  readonly row: StageRow;
  readonly box: Box;
  readonly chosen: string | null;
  readonly note?: string;
};

function StageNode({ row, box, chosen, note }: StageNodeProps) {
  const t = useTranslations("chain.counts");
  const locale = useLocale();
  const { stage, concepts, capabilities, needs, projects } = row;
  const name = nameOf(stage, locale);
  const isChosen = stage.id === chosen;
  return (
    <Link
      href={{ pathname: "/chain", query: { stage: stage.id }, hash: "stage" }}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      title={t("spoken", { stage: name, concepts: concepts.length, capabilities, needs, projects })}
      style={placeOf(box)}
      className={cn(
        "absolute flex overflow-hidden rounded-sm border border-l-4 border-line bg-ground px-2 py-0.5 leading-[1.2] no-underline hover:border-edge hover:bg-raised",
        note ? "items-center gap-4" : "flex-col justify-between",
        edgeColors[stage.link],
        isChosen && "border-ink bg-raised",
      )}
    >
      <span className={cn("line-clamp-3 pb-0.5 text-xs", isChosen ? "font-semibold" : "font-medium")}>
        {name}
      </span>
      {note ? <span className="text-xs text-muted">{note}</span> : null}
      <span className="text-xs whitespace-nowrap">
        <CountLine capabilities={capabilities} needs={needs} projects={projects} />
      </span>
    </Link>
  );
}

function Ribbons({ drawing, chosen }: { readonly drawing: FlowDrawing; readonly chosen: string | null }) {
  const t = useTranslations("chain.flow");
  const locale = useLocale();
  return (
    <svg viewBox={`0 0 ${flowWidth} ${flowHeight}`} className="absolute inset-0 size-full" role="img">
      <title>{t("title")}</title>
      <desc>{t("description")}</desc>
      {drawing.ribbons.map((ribbon) => (
        <g key={`${ribbon.flow.from}-${ribbon.flow.to}`}>
          <title>
            {`${nameOf(loadStage(ribbon.flow.from), locale)} → ${nameOf(loadStage(ribbon.flow.to), locale)}: ${ribbon.flow.edges.length}`}
          </title>
          <RibbonPath ribbon={ribbon} chosen={chosen} />
        </g>
      ))}
    </svg>
  );
}

function RibbonPath({ ribbon, chosen }: { readonly ribbon: Ribbon; readonly chosen: string | null }) {
  const { flow, path, width, head, mark } = ribbon;
  const isReturn = flow.kind === "return";
  const touches = chosen === null || flow.from === chosen || flow.to === chosen;
  const color = toneColor(loadStage(flow.from).link);
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth={width}
        strokeOpacity={isReturn ? (touches ? 0.9 : 0.3) : touches ? 0.45 : 0.14}
        strokeDasharray={isReturn ? "5 3" : undefined}
        strokeLinejoin="round"
      />
      <polygon points={head} fill={color} fillOpacity={touches ? 1 : 0.35} />
      {mark ? (
        <>
          <circle cx={mark.x} cy={mark.y} r={7} fill="var(--color-ground)" stroke={color} />
          <text x={mark.x} y={mark.y + 3.5} textAnchor="middle" fontSize={10} fill="var(--color-ink)">
            {mark.number}
          </text>
        </>
      ) : null}
    </>
  );
}
