import { formatDate, recordWords } from "@lilink/i18n";
import { DataTable, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { readPostingBarriers } from "../queries.ts";

/** Patents in the way of an own posting, each with its route and the day of the advice; nothing where there is none. [PT5] */
export async function PostingBarriers({ id }: { readonly id: string }) {
  const [t, given, { patents }] = await Promise.all([
    getTranslations("governance.patent"),
    getLocale(),
    readPostingBarriers(id),
  ]);
  if (patents.length === 0) return null;
  const locale = given === "en" ? "en" : "zh-CN";
  const words = recordWords("patent", locale);
  const nodes = [...new Set(patents.map(({ node }) => words.choice("node", node)))];
  return (
    <Section
      id="barriers"
      title={t("inTheWay", { count: patents.length })}
      fold=""
      // Where nobody has looked at one of them the list is by field alone.
      shut={patents.every(({ route, adviceOn }) => !route && !adviceOn)}
    >
      <p className="prose-measure mb-3 text-sm text-muted">
        {t("inTheWayLead", { nodes: nodes.join(t("nodesJoin")) })}
      </p>
      <DataTable
        caption={t("inTheWay", { count: patents.length })}
        rows={patents}
        rowKey={({ publicId }) => publicId}
        columns={[
          {
            key: "title",
            label: words.field("title"),
            lead: true,
            cell: ({ publicId, number, titleZh, titleEn }) => (
              <>
                <TextLink href={`/patents/${publicId}`}>
                  {ownText({ zh: titleZh, en: titleEn }, locale)}
                </TextLink>
                <span className="block text-sm font-normal text-muted">{number}</span>
              </>
            ),
          },
          {
            key: "office",
            label: words.field("office"),
            cell: ({ office }) => words.choice("office", office),
          },
          { key: "stands", label: t("stands"), cell: ({ standing }) => t(`standing.${standing}`) },
          {
            key: "end",
            label: t("end"),
            cell: ({ term, printedExpiry }) => {
              const end = term.expiry ?? printedExpiry;
              return end ? formatDate(end, locale) : t("endUnknown");
            },
          },
          {
            key: "route",
            label: words.field("route"),
            cell: ({ route, adviceBy, adviceOn }) => (
              <>
                {route ? words.choice("route", route) : t("noRoute")}
                {adviceOn ? (
                  <span className="block text-sm text-muted">
                    {[adviceBy, formatDate(adviceOn, locale)].filter(Boolean).join(" · ")}
                  </span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
