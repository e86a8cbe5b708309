import { toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { asLabel, conceptName } from "#features/posting/view.ts";
import type { ConceptPageData } from "../queries.ts";
import { type NeighbourRow, nameOf, nothing, toNeighbourRows } from "../view.ts";
import { CountLine } from "./count-line.tsx";

/** So many stand on a side; the table holds them all. */
const mostShown = 8;
const upstream: readonly NeighbourRow["key"][] = ["madeFrom", "takes"];
const downstream: readonly NeighbourRow["key"][] = ["makes", "gives"];

/** What a concept is made from on the left, what is made of it on the right; those with live postings first. */
export function NeighbourPicture({ data }: { readonly data: ConceptPageData }) {
  const t = useTranslations("chain.neighbour");
  const locale = useLocale();
  const rows = toNeighbourRows(data.neighbours, locale);
  const side = (keys: readonly NeighbourRow["key"][]) => {
    const all = rows
      .filter(({ key }) => keys.includes(key))
      .map((row) => ({ row, counts: countsOf(data, row.concept) }))
      .sort((a, b) => totalOf(b.counts) - totalOf(a.counts));
    return { shown: all.slice(0, mostShown), more: Math.max(0, all.length - mostShown) };
  };
  const [left, right] = [side(upstream), side(downstream)];
  if (left.shown.length + right.shown.length === 0) return null;
  const makers = rows.filter(({ key }) => key === "madeBy").slice(0, 4);
  return (
    <div className="mb-6 grid grid-cols-[minmax(0,1fr)] items-stretch max-sm:gap-4 sm:grid-cols-[minmax(0,1fr)_3rem_minmax(10rem,14rem)_3rem_minmax(0,1fr)]">
      <Side label={t("madeFrom")} side={left} />
      <Wires count={left.shown.length + Number(left.more > 0)} flip={false} />
      <div className="flex flex-col justify-center">
        <div
          className="rounded-sm border border-line border-l-4 p-3"
          style={{ borderLeftColor: toneColor(data.concept.link) }}
        >
          <p className="font-medium first-letter:uppercase">{nameOf(data.concept, locale)}</p>
          {makers.length > 0 ? (
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
              {makers.map(({ concept }) => (
                <TextLink key={concept} href={`/chain/${concept}`} className="text-muted">
                  {conceptName(concept, locale)}
                </TextLink>
              ))}
            </p>
          ) : null}
        </div>
      </div>
      <Wires count={right.shown.length + Number(right.more > 0)} flip />
      <Side label={t("makes")} side={right} />
    </div>
  );
}

type Counts = ReturnType<typeof countsOf>;
type SideProps = {
  readonly label: string;
  readonly side: {
    readonly shown: readonly { readonly row: NeighbourRow; readonly counts: Counts }[];
    readonly more: number;
  };
};

function Side({ label, side: { shown, more } }: SideProps) {
  const t = useTranslations("chain");
  const locale = useLocale();
  if (shown.length === 0) return <span className="max-sm:hidden" />;
  return (
    <ul aria-label={label} className="flex flex-col justify-around">
      {shown.map(({ row, counts }) => (
        <li key={row.concept} className="flex min-h-9 items-center gap-2 sm:h-9">
          {row.link ? <LinkMark link={row.link} /> : null}
          <TextLink
            href={`/chain/${row.concept}`}
            className={
              totalOf(counts) > 0 ? "min-w-0 font-medium sm:truncate" : "min-w-0 text-muted sm:truncate"
            }
          >
            {asLabel(conceptName(row.concept, locale), locale)}
          </TextLink>
          <span className="text-sm whitespace-nowrap">
            {totalOf(counts) > 0 ? <CountLine {...counts} /> : null}
          </span>
        </li>
      ))}
      {more > 0 ? (
        <li className="flex h-9 items-center text-sm">
          <TextLink href="#neighbour-table">{t("concept.more", { count: more })}</TextLink>
        </li>
      ) : null}
    </ul>
  );
}

/** Lines from evenly spread rows to the middle, stretched over whatever height the rows have. */
function Wires({ count, flip }: { readonly count: number; readonly flip: boolean }) {
  if (count === 0) return <span className="max-sm:hidden" />;
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-full w-full max-sm:hidden"
      style={flip ? { transform: "scaleX(-1)" } : undefined}
    >
      {Array.from({ length: count }, (_, at) => {
        const y = ((at + 0.5) / count) * 100;
        return (
          <path
            key={y}
            d={`M4 ${y} C50 ${y} 50 50 96 50`}
            fill="none"
            className="stroke-edge"
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

function countsOf(data: ConceptPageData, concept: string) {
  const { capabilities, needs, projects } =
    data.neighbourCounts.find((count) => count.concept === concept) ?? nothing;
  return { capabilities, needs, projects };
}

function totalOf({ capabilities, needs, projects }: Counts): number {
  return capabilities + needs + projects;
}
