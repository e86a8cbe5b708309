import type { ListQuery } from "@lilink/contract";
import type { Locale, RecordWords } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type Bilingual,
  dueGroupOf,
  type Figure,
  isAsked,
  isEmpty,
  isPastDay,
  isPlaced,
  openingSort,
  type Register,
  settledStates,
} from "@lilink/model/register";
import { type Column, cn, EmptyState } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { RecordItem, RecordPage } from "../queries.ts";
import { isOfOtherState, ownText, type Substance, titleOf } from "../view.ts";
import { ChooseAll, ChooseRecord } from "./chosen-records.tsx";
import { DueMark } from "./due-mark.tsx";
import { RecordValue } from "./record-value.tsx";
import { SortLink, sortOf } from "./sort-link.tsx";
import { StateBadge } from "./state-badge.tsx";

export type RecordTableProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly rows: readonly RecordItem[];
  readonly asked: ListQuery;
  readonly columns: readonly string[];
  readonly substance?: Substance | undefined;
  readonly now: Date;
  readonly mayCreate: boolean;
  /** The record that is open beside the list. */
  readonly open?: string | undefined;
  /** Whether rows may be chosen, within ChosenRecords. */
  readonly mayChoose?: boolean;
  /** How many of all rows stand in each group, where the list is by duty. */
  readonly duties?: RecordPage["duties"];
  /** Of a record that everybody reads, where it stands by its days. */
  readonly phaseOf?: ((row: RecordItem) => ReactNode) | undefined;
  readonly toHref: (record: string) => { readonly pathname: string; readonly query: Record<string, string> };
};

/** From so many columns beside the title on they stand closer, so that all are seen on a common screen. */
const mostRoomy = 6;
/** And from so many on closer still. */
const mostPacked = 7;
/** A title of so few letters is a number, and takes no more room than it needs. */
const shortTitle = 60;
/** Whose records are listed and in which order leaves none out. */
const frames: ReadonlySet<string> = new Set(["own", "sort", "cursor"]);
/** Values that say what they are: on a phone they stand in one line below the title, without the names of their columns. */
const plain: ReadonlySet<string> = new Set(["kind", "type", "country", "province", "stage", "links"]);
const numeric: ReadonlySet<string> = new Set(["figure", "count"]);
/** The rows of a register: the title in the reader's language, a cell for each chosen column, what is due. */
export function RecordTable({
  register,
  words,
  locale,
  rows,
  asked,
  columns,
  substance,
  now,
  mayCreate,
  open,
  mayChoose,
  duties,
  phaseOf,
  toHref,
}: RecordTableProps) {
  const t = useTranslations("register.list");
  const bulk = useTranslations("register.bulk");
  const path = `/${register.rest.path}`;
  const [title = "", ...others] = columns;
  const field = register.fields[title];
  const hasDuty = register.due !== undefined && rows.some(({ duty }) => duty !== null);
  // Beside an open record half of the room is left.
  const isWide =
    open !== undefined || others.length + (hasDuty || asked.own !== undefined ? 1 : 0) >= mostRoomy;
  // That a record is published is what every reader expects; its owner sees it beside the drafts.
  const anyState = asked.own !== undefined || rows.some(({ state }) => state !== "published");
  const by = String(asked.sort ?? openingSort(register)).replace(/^-/, "");
  const ranked = register.fields[by];
  const settled = settledStates(register);
  const isNarrowed = Object.keys(asked).some((name) => !frames.has(name));
  const cells: Column<RecordItem>[] = others.flatMap((name) => {
    const one = register.fields[name];
    if (!one) return [];
    const isNumber = numeric.has(one.kind);
    return [
      {
        key: name,
        label: words.field(name),
        head: <SortLink register={register} name={name} label={words.field(name)} asked={asked} />,
        sorted: sortOf(register, asked, name),
        align: isNumber ? ("end" as const) : ("start" as const),
        ...(plain.has(name) ? { speaks: true } : { brief: true }),
        // What is not asked of a record, or tells of another state, is not missing either.
        cell: (row: RecordItem) =>
          isEmpty(row.values[name]) &&
          (!isAsked(register, name, row.values) || isOfOtherState(register, name, row.state)) ? (
            <span data-silent />
          ) : (
            // How a value is known stands in the record, beside a legend.
            <>
              <RecordValue
                name={name}
                field={one}
                value={row.binding?.[name] ?? row.values[name]}
                words={words}
                locale={locale}
                substance={substance}
                brief
              />
              {row.duty === null && isPastDay(register, row, name, toShanghaiDate(now)) ? (
                <span className="block text-sm text-warning">{t("past")}</span>
              ) : null}
              {row.binding?.[name] ? (
                <span className="block text-sm text-danger">
                  {t("stated", { value: words.choice(name, String(row.values[name])) })}
                </span>
              ) : null}
            </>
          ),
      },
    ];
  });
  const standing: Column<RecordItem>[] = [
    ...(asked.own !== undefined || anyState || phaseOf
      ? [
          {
            key: "state",
            label: t("state"),
            speaks: true,
            cell: (row: RecordItem) =>
              phaseOf && (row.state === "published" || asked.own === undefined) ? (
                phaseOf(row)
              ) : (
                <StateBadge register={register} words={words} state={row.state} />
              ),
          },
        ]
      : []),
    ...(hasDuty
      ? [
          {
            key: "due",
            label: t("due"),
            head: <SortLink register={register} name="due" label={t("due")} asked={asked} />,
            sorted: sortOf(register, asked, "due"),
            speaks: true,
            className: "sm:min-w-28",
            cell: (row: RecordItem) =>
              row.duty ? (
                <DueMark what={words.duty(row.duty.kind)} dueAt={row.duty.dueAt} now={now} locale={locale} />
              ) : null,
          },
        ]
      : []),
  ];
  // The list of whoever keeps the register has the most columns, and its last one says what is due.
  const isPacked = others.length + standing.length >= mostPacked;
  return (
    // Whoever chooses many columns moves the table, not the page; a head that sticks would stick to the box.
    <div className="relative overflow-x-auto [&_thead]:static">
      <FoldedTable
        caption={words.title}
        className={cn(
          isWide && "max-xl:text-sm sm:max-2xl:text-sm",
          isPacked ? "sm:[&_:is(td,th)]:px-1.5" : isWide && "sm:[&_:is(td,th)]:px-2",
        )}
        rows={rows}
        rowKey={(row) => row.publicId}
        isCurrent={(row) => row.publicId === open}
        {...(duties
          ? {
              groupOf: ({ duty }: RecordItem) => {
                const key = dueGroupOf(duty?.dueAt ?? null, now);
                return { key, heading: t(`duty.${key}`, { count: duties[key] }) };
              },
            }
          : ranked?.kind === "figure" && ranked.widest !== undefined
            ? {
                groupOf: ({ values, state }: RecordItem) =>
                  asked.sort === undefined && settled.includes(state)
                    ? { key: "settled", heading: <GroupNote>{t("settled")}</GroupNote> }
                    : isPlaced(ranked, values[by] as Figure | null)
                      ? { key: "placed", heading: null }
                      : {
                          key: "open",
                          heading: <GroupNote>{t("noPlace", { widest: Number(ranked.widest) })}</GroupNote>,
                        },
              }
            : ranked?.kind === "figure" && ranked.basis
              ? {
                  groupOf: ({ values }: RecordItem) => {
                    const basis = (values[by] as Figure | null)?.basis ?? null;
                    return basis === null
                      ? { key: "none", heading: <GroupNote>{t("noBasis")}</GroupNote> }
                      : {
                          key: basis,
                          heading: <GroupNote>{t("perBasis", { basis: words.basis(basis) })}</GroupNote>,
                        };
                  },
                }
              : {})}
        empty={
          <EmptyState
            title={t("empty")}
            body={t(isNarrowed ? "emptyFiltered" : "emptyBody", { one: words.one })}
            action={
              isNarrowed ? (
                <TextLink href={path}>{t("clear")}</TextLink>
              ) : mayCreate ? (
                <TextLink href={`${path}/new`}>{t("create", { one: words.one })}</TextLink>
              ) : null
            }
          />
        }
        columns={[
          ...(mayChoose
            ? [
                {
                  key: "choose",
                  label: bulk("choose"),
                  head: (
                    <span className="max-sm:hidden">
                      <ChooseAll label={bulk("all", { count: rows.length })} />
                    </span>
                  ),
                  speaks: true,
                  chooses: true,
                  cell: ({ publicId, values }: RecordItem) => (
                    <ChooseRecord
                      publicId={publicId}
                      label={bulk("one", { title: titleOf(register, values, locale).own || t("untitled") })}
                    />
                  ),
                },
              ]
            : []),
          {
            key: title,
            label: words.field(title),
            head: <SortLink register={register} name={title} label={words.field(title)} asked={asked} />,
            sorted: sortOf(register, asked, title),
            lead: true,
            className:
              field?.kind === "text" && field.max <= shortTitle
                ? "whitespace-nowrap sm:w-px"
                : isPacked
                  ? "sm:min-w-40"
                  : isWide
                    ? "sm:min-w-52"
                    : others.length + 1 >= mostRoomy
                      ? "sm:min-w-60"
                      : "sm:min-w-70",
            cell: (row) => {
              const value = row.values[title];
              const isPair = field?.kind === "bilingual" && value !== null;
              const text = isPair ? ownText(value as Bilingual, locale) : String(value ?? t("untitled"));
              return (
                <TextLink href={`${path}/${row.publicId}`} beside={toHref(row.publicId)}>
                  <OwnWords>{text}</OwnWords>
                </TextLink>
              );
            },
          },
          // Whoever owns the records alone reads first where each stands and what comes next.
          ...(register.level === "own" ? [...standing, ...cells] : [...cells, ...standing]),
        ]}
      />
    </div>
  );
}

/** What stands above a group of rows and is no heading: why they stand apart. */
function GroupNote({ children }: { readonly children: ReactNode }) {
  return <span className="text-sm font-normal text-muted">{children}</span>;
}
