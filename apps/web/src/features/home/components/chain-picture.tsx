import { drawFlow, type LinkId } from "@lilink/model/chain";
import { Section, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { SampleTitle } from "#components/sample-badge.tsx";
import { addCounts, nameOf } from "#features/chain/view.ts";
import {
  type CardRow,
  cardHeight,
  flowLinks,
  layOutRibbons,
  picture,
  pictureHeight,
  returnWays,
  type StageCount,
  toCardRows,
} from "./chain-layout.ts";

const kinds = [
  { key: "capabilities", kind: "capability" },
  { key: "needs", kind: "need" },
  { key: "projects", kind: "project" },
] as const;
const percent = (part: number) => `${(part / picture.width) * 100}%`;

export type ChainPictureProps = { readonly counts: readonly StageCount[] };

/** The chain alive: four links in the order of the flow with what stands open at each stage, what flows between them, and what comes back. */
export function ChainPicture({ counts }: ChainPictureProps) {
  const t = useTranslations("home.chain");
  const cards = flowLinks.map((link) => toCardRows(counts, link));
  const most = Math.max(1, ...cards.flat().map(({ total }) => total));
  return (
    <Section
      id="chain-today"
      title={<SampleTitle>{t("title")}</SampleTitle>}
      action={<TextLink href="/chain">{t("open")}</TextLink>}
    >
      <div className="relative xl:h-(--picture)" style={{ "--picture": `${pictureHeight}px` } as object}>
        <Ways cards={cards} />
        <ol className="grid gap-3 sm:grid-cols-2 xl:contents">
          {flowLinks.map((link, at) => (
            <li
              key={link}
              className="border border-t-4 border-line bg-ground p-3 xl:absolute xl:top-0 xl:h-(--card) xl:w-[20.5%]"
              style={
                {
                  borderTopColor: toneColor(link),
                  left: percent((at * (picture.width - picture.card)) / (flowLinks.length - 1)),
                  "--card": `${cardHeight}px`,
                } as object
              }
            >
              <Card link={link} rows={cards[at] ?? []} counts={counts} most={most} />
            </li>
          ))}
        </ol>
      </div>
      <p className="mt-1 text-xs text-muted max-xl:hidden">{t("widths")}</p>
      <Services counts={counts} />
    </Section>
  );
}

type CardProps = ChainPictureProps & {
  readonly link: LinkId;
  readonly rows: readonly CardRow[];
  /** The most postings of one row, for the bars. */
  readonly most: number;
};

function Card({ link, rows, counts, most }: CardProps) {
  const t = useTranslations("home.chain");
  const locale = useLocale();
  return (
    <>
      <p className="flex h-6 items-center justify-between gap-2">
        <LinkBadge link={link} />
        <TextLink href={`/postings?link=${link}`} className="text-sm whitespace-nowrap tabular-nums">
          {t.rich("inAll", {
            count: sumOf(counts, link).total,
            number: (words) => <span className="text-lg font-semibold">{words}</span>,
          })}
        </TextLink>
      </p>
      <Kinds link={link} counts={counts} />
      <ul className="border-t border-line pt-0.5">
        {rows.map(({ stage, stages, total }) => (
          <li
            key={stages.join()}
            className="flex h-9 items-center gap-1.5 text-sm leading-4 xl:text-xs xl:leading-4"
          >
            {stage ? (
              <RoutedLink
                href={`/chain?stage=${stage.id}#stage`}
                title={nameOf(stage, locale)}
                className="line-clamp-2 min-w-0 flex-1 no-underline hover:underline"
              >
                {nameOf(stage, locale)}
              </RoutedLink>
            ) : (
              <span className="min-w-0 flex-1 truncate text-muted">
                {t("others", { count: stages.length })}
              </span>
            )}
            <span aria-hidden className="w-7">
              <span
                className="block h-2"
                style={{ width: `${(100 * total) / most}%`, background: toneColor(link) }}
              />
            </span>
            <span className="w-5 text-right tabular-nums">{total}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function sumOf(counts: readonly StageCount[], link: LinkId) {
  const sum = addCounts(counts.filter(({ stage }) => stage.link === link));
  return { ...sum, total: sum.capabilities + sum.needs + sum.projects };
}

function Kinds({ link, counts }: ChainPictureProps & { readonly link: LinkId }) {
  const t = useTranslations("home.chain");
  const sum = sumOf(counts, link);
  return (
    <p className="flex justify-between gap-x-4 py-1 text-xs leading-tight whitespace-nowrap text-muted">
      {kinds.map(({ key, kind }) => (
        <RoutedLink
          key={key}
          href={`/postings?link=${link}&kind=${kind}`}
          className="no-underline hover:underline"
        >
          <span className="block text-sm font-semibold text-ink tabular-nums">{sum[key]}</span>
          {t(key)}
        </RoutedLink>
      ))}
    </p>
  );
}

/** Ribbons between the cards and the ways back below them, with the names of what flows. */
function Ways({ cards }: { readonly cards: readonly (readonly CardRow[])[] }) {
  const t = useTranslations("home.chain");
  return (
    <div className="absolute inset-0 max-xl:hidden">
      <svg
        viewBox={`0 0 ${picture.width} ${pictureHeight}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
        role="img"
        aria-label={t("flows")}
        fill="none"
      >
        {layOutRibbons(drawFlow(), cards).map(({ key, link, path, width }) => (
          <path
            key={key}
            d={path}
            stroke={toneColor(link)}
            strokeWidth={width}
            strokeOpacity={0.3}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {returnWays.map(({ to, path }) => (
          <path
            key={to}
            d={path}
            stroke={toneColor("recycling")}
            strokeWidth={5}
            strokeOpacity={0.35}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {(["resource", "smelting", "materials"] as const).map((link, at) => (
        <span
          key={link}
          className="absolute top-7 -translate-x-1/2 text-center text-xs leading-tight"
          style={{
            left: percent(picture.card + at * ((picture.width - picture.card) / 3) + 30),
            width: "5.8%",
            color: toneColor(link),
          }}
        >
          {t(`flow.${link}`)}
          <span aria-hidden className="block">
            →
          </span>
        </span>
      ))}
      {returnWays.map(({ to, arrow, label }) => (
        <span key={to} className="text-xs" style={{ color: toneColor("recycling") }}>
          <span
            aria-hidden
            className="absolute -translate-x-1/2 leading-none"
            style={{ left: percent(arrow.x), top: arrow.y }}
          >
            ▲
          </span>
          <span
            className="absolute -translate-x-1/2 -translate-y-1/2 bg-ground px-2 whitespace-nowrap"
            style={{ left: percent(label.x), top: label.y }}
          >
            {t(`back.${to}`)}
          </span>
        </span>
      ))}
    </div>
  );
}

/** What serves all links stands in a band of its own. */
function Services({ counts }: ChainPictureProps) {
  const t = useTranslations("home.chain");
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line py-1.5 text-sm">
      <LinkBadge link="chain" />
      <span className="text-muted">{t("services")}</span>
      <span className="ml-auto">
        <Kinds link="chain" counts={counts} />
      </span>
      <TextLink href="/postings?link=chain" className="text-sm whitespace-nowrap tabular-nums">
        {t.rich("inAll", {
          count: sumOf(counts, "chain").total,
          number: (words) => <span className="text-lg font-semibold">{words}</span>,
        })}
      </TextLink>
    </div>
  );
}
