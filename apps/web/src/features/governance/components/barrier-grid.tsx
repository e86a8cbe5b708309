import { formatDate, type RecordWords } from "@lilink/i18n";
import { patentNodes, patentOffices } from "@lilink/model/governance";

import { cn, DataTable } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { readBarriers } from "../queries.ts";

const standings = ["live", "pending", "unclear", "over"] as const;
type Standing = (typeof standings)[number];
/** The left edge of a cell. */
const edges: Readonly<Record<Standing, string>> = {
  live: "border-ink",
  pending: "border-ink/60 border-dashed",
  unclear: "border-edge",
  over: "border-line",
};

/** How a cell stands: by the patent of it that matters most. */
const standsBy = (counts: Readonly<Record<Standing, number>> | undefined): Standing =>
  standings.find((one) => (counts?.[one] ?? 0) > 0) ?? "over";

/** Where patents stand in the way: node by office, and the days on which the next ones end. [PT4] */
export async function BarrierGrid({ words }: { readonly words: RecordWords }) {
  const [t, locale, { on, cells, patents }] = await Promise.all([
    getTranslations("governance.patent"),
    getLocale(),
    readBarriers(),
  ]);
  if (patents.length === 0) return null;
  const nodes = patentNodes.filter((node) => cells.some((cell) => cell.node === node));
  const offices = patentOffices.filter((office) => cells.some((cell) => cell.office === office));
  const shown = new Set(cells.map(({ counts }) => standsBy(counts)));
  const count = (one: string) => patents.filter(({ standing }) => standing === one).length;
  const ends = patents
    .flatMap((one) => (one.term.expiry ? [{ ...one, end: one.term.expiry }] : []))
    .filter(({ end }) => end >= on)
    .sort((a, b) => (a.end < b.end ? -1 : 1))
    .slice(0, 8);
  return (
    <figure className="mb-8">
      <figcaption className="mb-3">
        <span className="font-medium">
          {t("title", {
            live: count("live"),
            over: count("over"),
            unclear: patents.length - count("live") - count("over"),
          })}
        </span>
        <span className="block text-sm text-muted">{t("note")}</span>
        <a className="text-link text-sm" href={`/api/export/patent-terms?locale=${locale}`}>
          {t("toCalendar")}
        </a>
      </figcaption>
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted max-sm:hidden">
        {standings
          .filter((one) => shown.has(one))
          .map((one) => (
            <li key={one} className="flex items-center gap-1.5">
              <span aria-hidden className={cn("h-4 border-l-4", edges[one])} />
              {t(`standing.${one}`)}
            </li>
          ))}
      </ul>
      <div className="overflow-x-auto max-sm:hidden">
        <table className="w-full max-w-3xl border-collapse text-sm">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 pr-4 text-left font-normal text-muted">
                {words.field("node")}
              </th>
              {offices.map((office) => (
                <th key={office} scope="col" className="px-1 py-1 text-left font-normal text-muted">
                  {words.choice("office", office)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node}>
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {words.choice("node", node)}
                </th>
                {offices.map((office) => {
                  const cell = cells.find((one) => one.node === node && one.office === office);
                  const { live = 0, pending = 0, unclear = 0, over: gone = 0 } = cell?.counts ?? {};
                  const stands = standsBy(cell?.counts);
                  return (
                    <td key={office} className="p-1">
                      {cell ? (
                        <RoutedLink
                          href={{ pathname: "/patents", query: { node, office } }}
                          className={cn("block border-l-4 bg-raised px-2 py-1 no-underline", edges[stands])}
                        >
                          <span className="block">{t(`standing.${stands}`)}</span>
                          <span className="block text-xs text-muted tabular-nums">
                            {t("counts", {
                              count: live + pending + unclear + gone,
                              over: stands === "over" ? 0 : gone,
                            })}
                            {cell.until ? ` · ${formatDate(cell.until, locale)}` : ""}
                          </span>
                        </RoutedLink>
                      ) : (
                        <span className="sr-only">{t("noneHere")}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="divide-y divide-line border-y border-line text-sm sm:hidden">
        {nodes.map((node) => (
          <li key={node} className="py-2">
            <span className="font-medium">{words.choice("node", node)}</span>
            <ul>
              {cells
                .filter((cell) => cell.node === node)
                .map(({ office, counts, until }) => (
                  <li key={office}>
                    <TextLink href={`/patents?node=${node}&office=${office}`}>
                      {words.choice("office", office)}
                    </TextLink>
                    <span className="text-muted">
                      {` ${standings
                        .filter((one) => counts[one] > 0)
                        .map((one) => `${t(`standing.${one}`)} ${counts[one]}`)
                        .join(" · ")}${until ? ` · ${formatDate(until, locale)}` : ""}`}
                    </span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {ends.length > 0 ? (
        <div className="mt-4">
          <DataTable
            caption={t("ends")}
            showCaption
            rows={ends}
            rowKey={({ publicId }) => publicId}
            columns={[
              {
                key: "title",
                label: words.field("title"),
                lead: true,
                cell: ({ publicId, titleZh, titleEn }) => (
                  <TextLink href={`/patents/${publicId}`}>
                    {ownText({ zh: titleZh, en: titleEn }, locale)}
                  </TextLink>
                ),
              },
              { key: "end", label: t("computed"), cell: ({ end }) => formatDate(end, locale) },
            ]}
          />
        </div>
      ) : null}
    </figure>
  );
}
