import { formatDate, type Locale } from "@lilink/i18n";
import { shiftDate } from "@lilink/model/calendar";
import {
  type ConditionKind,
  conditionSets,
  standingOn,
  type TextStanding,
  unregisteredOn,
} from "@lilink/model/conditions";
import { Badge, DataTable } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { ownText, showDay } from "#features/record/view.ts";
import type { Binding } from "../queries.ts";
import { standingTones, textOf, toKnown } from "../view.ts";

type SetListProps = { readonly binding: Binding; readonly on: string; readonly locale: Locale };

type Row = {
  readonly id: string;
  readonly title: string;
  readonly href: string | null;
  /** The proposal from which a policy took its figures. */
  readonly from: string | null;
  readonly kind: ConditionKind | null;
  readonly known: string;
  readonly days: readonly string[];
  readonly standing: TextStanding;
};

/** Every text of conditions: where it stands on the day, how it is known, and on which days it binds. [CN10] [CN11] */
export async function SetList({ binding, on, locale }: SetListProps) {
  const t = await getTranslations("condition");
  const { sets, policies, named, compared } = binding;
  const day = (at: string) => formatDate(at, locale);
  const nameOf = (policy: { readonly titleZh: string | null; readonly titleEn: string | null }) =>
    ownText({ zh: policy.titleZh, en: policy.titleEn }, locale);
  const registered = conditionSets.map((set): Row => {
    const days = sets.filter(({ id }) => id === set.id);
    const adopting = policies.find(({ publicId }) => days.some((one) => one.policy === publicId));
    const page = named.find(({ titleZh }) => titleZh === set.policyTitle);
    const { key, params } = toKnown(set, adopting, compared, locale);
    const policy = adopting ?? page;
    return {
      id: set.id,
      // By the name of the policy that put it into force; a draft or proposal keeps its own.
      title: policy && days.length > 0 ? nameOf(policy) : textOf(set.title, locale),
      href: policy ? `/policies/${policy.publicId}` : null,
      from: adopting ? textOf(set.title, locale) : null,
      kind: set.kind,
      known: t(`reading.${key}`, params),
      days: days.map(({ from, to }) =>
        to === null
          ? t("since", { from: day(from) })
          : t("during", { from: day(from), to: day(shiftDate(to, -1)) }),
      ),
      standing: standingOn(set, days, on),
    };
  });
  const unregistered = unregisteredOn(named, on).map(
    (policy): Row => ({
      id: policy.publicId,
      title: nameOf(policy),
      href: `/policies/${policy.publicId}`,
      from: null,
      kind: policy.kind,
      known: t("reading.unregistered"),
      days: [t("issued", { date: showDay(policy.since, locale) })],
      standing: "unregistered",
    }),
  );
  const order: readonly TextStanding[] = ["binding", "unregistered", "later", "draft", "proposal", "ended"];
  const rows = [...registered, ...unregistered].sort(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing),
  );
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
          cell: ({ title, href, from }) => (
            <>
              {href === null ? (
                title
              ) : (
                <TextLink href={href}>
                  <KeptNote>{title}</KeptNote>
                </TextLink>
              )}
              {from === null ? null : (
                <span className="block text-sm text-muted">{t("takenFrom", { title: from })}</span>
              )}
            </>
          ),
        },
        {
          key: "binds",
          label: t("binds"),
          speaks: true,
          cell: ({ standing }) => <Badge tone={standingTones[standing]}>{t(`standings.${standing}`)}</Badge>,
        },
        {
          key: "days",
          label: t("days"),
          cell: ({ days }) =>
            days.length === 0
              ? null
              : days.map((one) => (
                  <span key={one} className="block">
                    {one}
                  </span>
                )),
        },
        { key: "kind", label: t("kind"), cell: ({ kind }) => (kind === null ? null : t(`kinds.${kind}`)) },
        { key: "reading", label: t("known"), cell: ({ known }) => known },
      ]}
    />
  );
}
