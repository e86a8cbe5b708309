import type { Locale, RecordWords } from "@lilink/i18n";
import { linkIds, nearestTo, toSteps } from "@lilink/model/chain";
import { can } from "@lilink/model/policy";
import { type Bilingual, laboratorySeries, laboratoryThemes } from "@lilink/model/register";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { LinkMatrix } from "#features/governance/components/link-matrix.tsx";
import { conceptName } from "#features/posting/view.ts";
import { ownText } from "#features/record/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";
import { AtlasCounts } from "./atlas-counts.tsx";

type Item = { readonly publicId: string; readonly values: Readonly<Record<string, unknown>> };
const linksOf = ({ values }: Item) => (values.links ?? []) as readonly string[];

/** Laboratories by theme and link with the white spots between them, and the weak links that have none. [LA1] [LA2] */
export async function LaboratoryAtlas({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, api, viewer] = await Promise.all([getTranslations("laboratory"), caller(), findViewer()]);
  const { items } = (await api.laboratory.list({ limit: 100 })) as { readonly items: readonly Item[] };
  const placed = items.filter(({ values }) => values.theme);
  if (placed.length === 0) return null;
  const at = (theme: string, link: string) =>
    placed.filter((one) => one.values.theme === theme && linksOf(one).includes(link));
  const columns = linkIds.filter((id) => id !== "chain");
  const counts = laboratorySeries.flatMap((series) => {
    const count = items.filter(({ values }) => values.series === series).length;
    return count > 0 ? [`${words.choice("series", series)} ${count}`] : [];
  });
  return (
    <div className="mb-8 flex flex-col gap-6">
      <details className="sm:hidden">
        <summary className="w-fit cursor-pointer font-medium">{t("atlas")}</summary>
        <AtlasCounts
          caption={t("atlas")}
          head={words.field("theme")}
          links={columns}
          themes={laboratoryThemes.map((id) => ({ id, name: words.choice("theme", id) }))}
          countOf={(theme, link) => at(theme, link).length}
        />
      </details>
      <div className="overflow-x-auto max-sm:hidden">
        <div className="min-w-160">
          <LinkMatrix
            caption={t("atlas")}
            head={words.field("theme")}
            links={columns}
            linkName={(id) => words.choice("links", id)}
            rows={laboratoryThemes.map((id) => ({ id, name: words.choice("theme", id) }))}
            cell={(theme, link) => {
              const own = at(theme, link);
              if (own.length === 0) return <WhiteSpot label={t("white")} />;
              return (
                <ul className="flex flex-col gap-1">
                  {own.map(({ publicId, values }) => (
                    <li key={publicId}>
                      <TextLink href={`/laboratories/${publicId}`}>
                        {ownText(values.name as Bilingual, locale)}
                      </TextLink>
                      {values.series ? (
                        <span className="block text-xs text-muted">
                          {words.choice("series", String(values.series))}
                        </span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              );
            }}
          />
          <p className="mt-2 flex items-center gap-2 text-sm text-muted" aria-hidden>
            <span className="h-4 w-6 rounded-sm border border-dashed border-edge" />
            {t("whiteSpot")}
          </p>
        </div>
      </div>
      <p className="text-sm text-muted">
        {t("series", {
          counts: counts.join(locale === "en" ? ", " : "，"),
          more: items.length - placed.length,
        })}
      </p>
      {can(actorOf(viewer), "record.consult") ? <BareLinks laboratories={items} locale={locale} /> : null}
    </div>
  );
}

/** Where no laboratory works: an empty frame, which the legend names. */
function WhiteSpot({ label }: { readonly label: string }) {
  return (
    <span className="block h-full min-h-9 rounded-sm border border-dashed border-edge">
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** Weak links, neither closed nor rejected, on whose node no laboratory works, with the nearest one by the ways of the chain. */
async function BareLinks({
  laboratories,
  locale,
}: {
  readonly laboratories: readonly Item[];
  readonly locale: Locale;
}) {
  const [t, api] = await Promise.all([getTranslations("laboratory"), caller()]);
  const { items } = (await api.weakLink.list({ limit: 100 })) as {
    readonly items: readonly (Item & { readonly state: string })[];
  };
  const labs = laboratories.map(({ publicId, values }) => ({
    publicId,
    name: ownText(values.name as Bilingual, locale),
    node: (values.node as string | null) ?? null,
  }));
  const bare = items.filter(
    ({ state, values }) =>
      state !== "closed" && state !== "rejected" && !labs.some(({ node }) => node === values.node),
  );
  if (bare.length === 0) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer font-medium hover:text-ink">
        {t("bare")} <span className="text-muted tabular-nums">{bare.length}</span>
      </summary>
      <p className="my-2 text-sm text-muted">{t("distanceLead")}</p>
      <ul className="hairline-list">
        {bare.map(({ publicId, values }) => {
          const node = String(values.node);
          const near = nearestTo(node, labs);
          const title = ownText(values.title as Bilingual, locale);
          const name = conceptName(node, locale);
          return (
            <li key={publicId} className="flex flex-wrap items-baseline justify-between gap-x-6 py-1.5">
              <span>
                <TextLink href={`/weak-links/${publicId}`}>{title}</TextLink>
                {name.toLowerCase() === title.toLowerCase() ? null : (
                  <span className="ml-2 text-sm text-muted">{name}</span>
                )}
              </span>
              <span className="text-sm text-muted">
                {near ? (
                  <>
                    {t("nearest")}{" "}
                    <TextLink href={`/laboratories/${near.nearest.publicId}`}>{near.nearest.name}</TextLink>{" "}
                    {t("distance", { steps: toSteps(near.distance) })}
                  </>
                ) : (
                  t("noneNear")
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
