import { isInForce } from "@lilink/engine/dated-rules";
import { formatDate, type Locale } from "@lilink/i18n";
import { shiftDate } from "@lilink/model/calendar";
import { conditionSets } from "@lilink/model/conditions";
import { Badge, DataTable } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { ownText } from "#features/record/view.ts";
import type { Binding } from "../queries.ts";
import { textOf, toKnown } from "../view.ts";

type SetListProps = { readonly binding: Binding; readonly on: string; readonly locale: Locale };

/** Every set of conditions: how it is known, on which days it binds, and by what. */
export async function SetList({ binding, on, locale }: SetListProps) {
  const t = await getTranslations("condition");
  const { sets, policies, named, compared } = binding;
  const day = (at: string) => formatDate(at, locale);
  const rows = conditionSets.map((set) => {
    const days = sets.filter(({ id }) => id === set.id);
    const policy = policies.find(({ publicId }) => days.some((one) => one.policy === publicId));
    return {
      ...set,
      days,
      policy,
      page: named.find(({ titleZh }) => titleZh === set.policyTitle),
      binds: days.some((one) => isInForce(one, on)),
    };
  });
  return (
    <DataTable
      caption={t("sets")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "set",
          label: t("set"),
          lead: true,
          cell: ({ title, page, days }) =>
            page ? (
              // By the name that the policy has on its own page; a draft of it keeps its own.
              <TextLink href={`/policies/${page.publicId}`}>
                {days.length > 0
                  ? ownText({ zh: page.titleZh, en: page.titleEn }, locale)
                  : textOf(title, locale)}
              </TextLink>
            ) : (
              textOf(title, locale)
            ),
        },
        { key: "kind", label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
        {
          key: "reading",
          label: t("known"),
          cell: ({ policy, ...set }) => {
            const { key, params } = toKnown(set, policy, compared, locale);
            return t(`reading.${key}`, params);
          },
        },
        {
          key: "days",
          label: t("days"),
          cell: ({ days, policy }) => (
            <span>
              {days.length === 0
                ? t("never")
                : days.map(({ from, to }) => (
                    <span key={from} className="block">
                      {to === null
                        ? t("since", { from: day(from) })
                        : t("during", { from: day(from), to: day(shiftDate(to, -1)) })}
                    </span>
                  ))}
              {policy ? (
                <span className="block text-sm">
                  {t("by")}{" "}
                  <TextLink href={`/policies/${policy.publicId}`}>
                    <KeptNote>{ownText({ zh: policy.titleZh, en: policy.titleEn }, locale)}</KeptNote>
                  </TextLink>
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: "binds",
          label: t("binds"),
          speaks: true,
          cell: ({ binds }) => (
            <Badge tone={binds ? "success" : "neutral"}>{t(binds ? "isBinding" : "isNotBinding")}</Badge>
          ),
        },
      ]}
    />
  );
}
