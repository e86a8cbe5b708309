import type { LinkId } from "@lilink/model/chain";
import { isHatched, standings } from "@lilink/model/chain-health";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { colorOf, type HealthNode, type StageHealth, swatchOf, toLinks } from "../view.ts";

const named = 3;

type MapProps = {
  readonly nodes: readonly HealthNode[];
  readonly chosen: string | null;
  readonly toHref: (concept: string) => string;
};

/** The chain link by link and stage by stage: the weakest nodes by name, all others as squares, each in the colour of how it stands. */
export function HealthMap({ nodes, chosen, toHref }: MapProps) {
  const links = toLinks(nodes);
  const services = links.find(({ link }) => link === "chain");
  return (
    <div className="flex flex-col sm:gap-8">
      <div className="grid items-start gap-x-8 xl:gap-x-6 sm:grid-cols-2 sm:gap-y-8 xl:grid-cols-5">
        {links
          .filter(({ link }) => link !== "chain")
          .map(({ link, stages }) => (
            <LinkColumn key={link} link={link} stages={stages} chosen={chosen} toHref={toHref} />
          ))}
      </div>
      {services ? <LinkColumn link="chain" stages={services.stages} chosen={chosen} toHref={toHref} /> : null}
    </div>
  );
}

type ColumnProps = Omit<MapProps, "nodes"> & {
  readonly link: LinkId;
  readonly stages: readonly StageHealth[];
};

/** The stages of one link; on a phone folded behind its name and how many of its nodes are told. */
function LinkColumn({ link, stages, chosen, toHref }: ColumnProps) {
  const t = useTranslations("health.map");
  const locale = useLocale();
  const silent = stages.filter(({ nodes }) => nodes.length === 0);
  // The materials have more than twice as many stages as any other link.
  const isWide = link === "materials";
  const judged = stages.flatMap(({ nodes }) => nodes);
  const sure = judged.filter(({ standing }) => standing !== "unsure").length;
  return (
    <details className={cn("folds-on-phone max-sm:border-b max-sm:border-line", isWide && "xl:col-span-2")}>
      <summary className="max-sm:py-2.5">
        <LinkBadge link={link} />
        <span className="ml-2 text-sm text-muted tabular-nums sm:hidden">
          {judged.length > 0 ? t("foldedLink", { count: judged.length, sure }) : t("foldedNone")}
        </span>
      </summary>
      <ul
        className={cn(
          "mt-2 border-y border-line max-sm:mb-4",
          isWide ? "gap-x-8 xl:columns-2 [&>li]:break-inside-avoid" : "hairline-list",
        )}
      >
        {stages
          .filter(({ nodes }) => nodes.length > 0)
          .map((one) => (
            <StageCard key={one.stage.id} of={one} chosen={chosen} toHref={toHref} />
          ))}
        {silent.length > 0 ? (
          <li className="py-2.5 text-xs text-muted">
            {t("silent", { stages: silent.map(({ stage }) => nameOf(stage, locale)).join(t("join")) })}
          </li>
        ) : null}
      </ul>
    </details>
  );
}

function StageCard({ of, chosen, toHref }: { readonly of: StageHealth } & Omit<MapProps, "nodes">) {
  const t = useTranslations("health.map");
  const locale = useLocale();
  const words = useTranslations("health.standing");
  const { stage, nodes, unknown } = of;
  const place = (node: HealthNode) => words(node.standing);
  const spoken = (node: HealthNode) => `${nameOf(node.of, locale)}: ${place(node)}`;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-sm">{nameOf(stage, locale)}</h3>
      </div>
      {nodes.length > 0 ? (
        <ul className="mt-1 flex flex-col">
          {nodes.slice(0, named).map((node) => (
            <li key={node.concept}>
              <RoutedLink
                href={toHref(node.concept)}
                aria-current={node.concept === chosen ? "true" : undefined}
                className={cn(
                  "-mx-1 flex items-start gap-2 rounded-sm px-1 py-1 text-sm no-underline hover:bg-raised",
                  node.concept === chosen && "bg-raised font-semibold",
                )}
              >
                <Swatch node={node} className="mt-1 size-3.5" />
                <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
                  <span>{asLabel(nameOf(node.of, locale), locale)}</span>
                  {node.standing === "unsure" ? null : (
                    <span className="text-xs text-muted">{place(node)}</span>
                  )}
                </span>
              </RoutedLink>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-1">
        {nodes.slice(named).map((node) => (
          <RoutedLink
            key={node.concept}
            href={toHref(node.concept)}
            title={spoken(node)}
            aria-label={spoken(node)}
            aria-current={node.concept === chosen ? "true" : undefined}
            className={cn(
              "grid size-6 place-items-center",
              node.concept === chosen && "outline-2 outline-ink",
            )}
          >
            <Swatch node={node} className="size-4" />
          </RoutedLink>
        ))}
        {unknown > 0 ? <span className="text-xs text-muted">{t("unknown", { count: unknown })}</span> : null}
      </div>
    </li>
  );
}

function Swatch({ node, className }: { readonly node: HealthNode; readonly className: string }) {
  return (
    <span
      aria-hidden
      className={cn("inline-block shrink-0 rounded-sm", className)}
      style={swatchOf(node.standing, isHatched(node.factors))}
    />
  );
}

/** What the colours and the hatch say, of those that the picture holds. */
export function HealthLegend({ nodes }: Pick<MapProps, "nodes">) {
  const t = useTranslations("health");
  const used = standings.filter((standing) => nodes.some((node) => node.standing === standing));
  const hatched = nodes.find(
    ({ standing, factors }) => colorOf[standing] !== null && isHatched(factors),
  )?.standing;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
      {used.map((standing) => (
        <span key={standing} className="flex items-center gap-1">
          <span aria-hidden className="inline-block size-3.5 rounded-sm" style={swatchOf(standing, false)} />
          {t(`standing.${standing}`)}
        </span>
      ))}
      {hatched ? (
        <span className="flex items-center gap-1">
          <span aria-hidden className="inline-block h-3.5 w-6" style={swatchOf(hatched, true)} />
          {t("map.hatched")}
        </span>
      ) : null}
    </p>
  );
}
