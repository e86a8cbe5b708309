import { formatDate } from "@lilink/i18n";
import type { Column } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { organizationName, provinceName } from "#features/organization/view.ts";
import { ChooseAll, ChooseRecord } from "#features/record/components/chosen-records.tsx";
import type { OpenBatteryItem } from "../queries.ts";
import { DenialWords } from "./denial-words.tsx";
import { ItemAct, SettleAct } from "./item-act.tsx";
import { type Sorting, sortedBy } from "./sort-head.tsx";

type ItemTableProps = {
  readonly items: readonly OpenBatteryItem[];
  /** Whether the bodies are named: the desk of an office does, one's own list names the other side alone. */
  readonly ofOffice?: boolean;
  /** Items of a kind stand under its name, once; absent: each row says its kind. */
  readonly isByKind?: boolean;
  /** Whether the reader may settle the items from here. */
  readonly acts?: boolean;
  /** Whether hand-overs may be chosen, many at once, and how the list is ordered: one's own list, inside ChosenRecords. */
  readonly chooses?: boolean;
  readonly sorting?: Sorting;
  /** Whether the reader decides between two words about a hand-over. */
  readonly settles?: boolean;
};

/** What somebody has to look into about batteries, each a link to the life line where it stands. */
export function ItemTable({
  items,
  ofOffice = false,
  isByKind = false,
  acts = false,
  chooses = false,
  sorting,
  settles = false,
}: ItemTableProps) {
  const t = useTranslations("oversight");
  const confirm = useTranslations("battery.list.confirm");
  const locale = useLocale();
  const sorted = (key: string, label: string) => ({ label, ...sortedBy(sorting, key, label) });
  const handovers = items.filter(({ kind }) => kind === "handover").length;
  const columns: readonly Column<OpenBatteryItem>[] = [
    ...(chooses && handovers > 1
      ? [
          {
            key: "choose",
            label: confirm("choose"),
            head: (
              <span className="max-sm:hidden">
                <ChooseAll label={confirm("all", { count: handovers })} />
              </span>
            ),
            speaks: true,
            chooses: true,
            cell: ({ id, kind, code }: OpenBatteryItem) =>
              kind === "handover" ? <ChooseRecord publicId={id} label={confirm("one", { code })} /> : null,
          },
        ]
      : []),
    ...(isByKind
      ? []
      : [
          {
            key: "kind",
            ...sorted("kind", t("column.kind")),
            lead: true,
            className: "sm:min-w-44",
            cell: ({ kind, denial }: OpenBatteryItem) => (
              <>
                {t(`kind.${kind}`)}
                <DenialWords denial={denial} />
              </>
            ),
          },
        ]),
    {
      key: "code",
      ...sorted("code", t(ofOffice ? "column.codeDay" : "column.code")),
      ...(isByKind ? { lead: true } : { speaks: true }),
      cell: ({ code, kind, denial, occurredOn, province }) => (
        <>
          {isByKind ? <span className="sr-only">{`${t(`kind.${kind}`)}: `}</span> : null}
          <TextLink href={`/batteries/${code}`} className="font-mono text-sm whitespace-nowrap">
            {code}
          </TextLink>
          {isByKind ? <DenialWords denial={denial} /> : null}
          {ofOffice ? (
            <span className="block text-sm text-muted">
              {formatDate(occurredOn, locale)} · {provinceName(province, locale)}
            </span>
          ) : null}
        </>
      ),
    },
    ...(ofOffice
      ? []
      : [
          {
            key: "on",
            ...sorted("on", t("column.on")),
            speaks: true,
            className: "whitespace-nowrap text-sm",
            cell: ({ occurredOn }: OpenBatteryItem) => formatDate(occurredOn, locale),
          },
        ]),
    {
      key: "due",
      ...sorted("due", t("column.due")),
      className: "whitespace-nowrap",
      cell: ({ dueOn, isOverdue }) =>
        dueOn === null ? null : isOverdue ? (
          <strong className="text-danger">{t("late", { day: formatDate(dueOn, locale) })}</strong>
        ) : (
          formatDate(dueOn, locale)
        ),
    },
    ...(ofOffice
      ? [
          {
            key: "holder",
            label: t("column.holder"),
            cell: ({ holder, kind }: OpenBatteryItem) => {
              const name = (
                <TextLink href={`/organizations/${holder.publicId}`}>
                  {organizationName(holder, locale)}
                </TextLink>
              );
              // Officers are waited for; whoever told the hand-over is named as that.
              return kind === "disputed" ? (
                <span>{t.rich("disputed.giver", { name: () => name })}</span>
              ) : (
                name
              );
            },
          },
        ]
      : []),
    {
      key: "other",
      ...sorted(locale === "en" ? "otherEn" : "otherZh", t("column.other")),
      className: "sm:min-w-40",
      cell: ({ other }) => (other ? <KeptNote>{organizationName(other, locale)}</KeptNote> : null),
    },
    ...(ofOffice
      ? [
          {
            key: "letter",
            acts: true,
            label: t("column.act"),
            cell: (item: OpenBatteryItem) =>
              item.kind !== "disputed" ? (
                <TextLink
                  href={`/batteries/oversight/${item.holder.publicId}`}
                  className="text-sm whitespace-nowrap"
                >
                  {t("letter.open")}
                </TextLink>
              ) : settles ? (
                <SettleAct item={item} />
              ) : null,
          },
        ]
      : []),
    ...(acts
      ? [
          {
            key: "act",
            acts: true,
            label: t("column.act"),
            cell: (item: OpenBatteryItem) => <ItemAct item={item} isRow />,
          },
        ]
      : []),
  ];
  return (
    <FoldedTable
      caption={t("caption")}
      columns={columns}
      rows={isByKind ? byKind(items) : items}
      rowKey={({ id }) => id}
      {...(isByKind
        ? { groupOf: ({ kind }: OpenBatteryItem) => ({ key: kind, heading: t(`kind.${kind}`) }) }
        : {})}
    />
  );
}

/** Items of one kind stand together, in the order of the first of each. */
function byKind(items: readonly OpenBatteryItem[]): readonly OpenBatteryItem[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => items.filter((item) => item.kind === kind));
}
