import { formatDate } from "@lilink/i18n";
import { type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { DueText } from "#features/introduction/components/due-text.tsx";
import { organizationName } from "#features/organization/view.ts";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { SheetName } from "#features/return/components/sheet-name.tsx";
import type { DeskItem } from "../queries.ts";
import { type DeskRow, dutyWords, foldItems, pathOf, titleOf } from "../view.ts";

/** Items that count what waits, and are about nothing single. */
const gathered: ReadonlySet<DeskItem["kind"]> = new Set([
  "review",
  "claim",
  "report",
  "contest",
  "returnReview",
  "battery",
  "oversight",
]);

/** Items that count what others have left undone. */
const followUps: ReadonlySet<DeskItem["kind"]> = new Set(["lateReturn", "lateMend", "lateDecision"]);

/** Kinds whose words say how many there are. */
const counting: ReadonlySet<DeskItem["kind"]> = new Set(["matches", "decision"]);

export function DeskTable({ items }: { readonly items: readonly DeskItem[] }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const rows = foldItems(items);
  const whatOf = ({ item: { kind, duty }, folded, count }: DeskRow) => {
    const what = t(`item.${kind}.what`, { count, duty: duty ? dutyWords(duty, locale) : "" });
    // The words of a match and a decision hold the count.
    return folded.length > 0 && !counting.has(kind) ? t("folded", { what, count: folded.length }) : what;
  };
  const columns: readonly Column<DeskRow>[] = [
    {
      key: "what",
      label: t("column.what"),
      lead: true,
      cell: whatOf,
    },
    {
      key: "about",
      label: t("column.about"),
      speaks: true,
      className: "max-sm:w-full",
      cell: ({ item, folded }) => (folded.length > 0 ? <Folded items={folded} /> : <About item={item} />),
    },
    {
      key: "due",
      label: t("column.due"),
      speaks: true,
      cell: ({ item: { due, since, parts = [] } }) =>
        parts.some(({ late }) => late > 0) ? (
          <>
            <span className="block font-medium text-danger">
              {t("late", { count: parts.reduce((sum, { late }) => sum + late, 0) })}
            </span>
            {due ? (
              <span className="text-sm">
                {t(due < new Date() ? "lastDue" : "nextDue")} <DueText due={due} />
              </span>
            ) : null}
          </>
        ) : due ? (
          <DueText due={due} />
        ) : (
          <span className="text-sm text-muted tabular-nums">
            {t("noDue", { date: formatDate(since, locale) })}
          </span>
        ),
    },
    {
      key: "action",
      label: t("column.action"),
      align: "end",
      speaks: true,
      className: "max-sm:ml-auto",
      // The first row is the one action that matters here.
      cell: ({ item, ...row }) => (
        <ButtonLink
          size="sm"
          variant={item === items[0] ? "accent" : "plain"}
          href={pathOf({ item, ...row })}
        >
          {t(`item.${item.kind}.action`)}
          <span className="sr-only">
            {whatOf({ item, ...row })} {pathOf({ item, ...row }) === item.path ? titleOf(item, locale) : null}
            {item.form ? (
              <>
                {" "}
                <SheetName sheet={item.form.sheet} />
              </>
            ) : null}
          </span>
        </ButtonLink>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={({ item: { kind, path, title } }) => `${kind}:${path}:${title}`}
    />
  );
}

/** The items of one duty, each with its day, behind one press. */
function Folded({ items }: { readonly items: readonly DeskItem[] }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted">
        {t(items[0]?.kind === "matches" ? "foldedMatches" : "foldedAll", { count: items.length })}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {items.map((item) => (
          <li key={`${item.path} ${item.title}`}>
            <PostingTitle
              href={item.path}
              concept={item.concept ?? null}
              title={titleOf(item, locale) ?? t("untitled")}
            />
            {item.due ? (
              <span className="block text-sm">
                <DueText due={item.due} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What an item is about; of a return, whose it is and what is to be done as well. */
function About({ item }: { readonly item: DeskItem }) {
  const t = useTranslations("desk");
  const batteries = useTranslations("oversight.kind");
  const locale = useLocale();
  const { kind, form } = item;
  const title = titleOf(item, locale);
  if (item.parts)
    return (
      <span className="text-sm text-muted">
        {kind === "battery" ? <span className="block text-ink">{t("heldBatteries")}</span> : null}
        {item.parts.map(({ kind, count }) => `${batteries(kind as "gap")} ${count}`).join(" · ")}
      </span>
    );
  if (item.names && item.names.length > 0)
    return <OwnWords whole>{item.names.map((one) => organizationName(one, locale)).join(" · ")}</OwnWords>;
  if (gathered.has(kind)) return null;
  if (followUps.has(kind)) return <span className="text-sm text-muted">{t("escalated")}</span>;
  if (!form)
    return title ? (
      <div>
        <PostingTitle concept={item.concept ?? null} title={title} />
      </div>
    ) : (
      t("untitled")
    );
  const step = kind === "returnQueried" ? "queried" : form.overdue ? "overdue" : "inTime";
  return (
    <div>
      <SheetName sheet={form.sheet} /> · <OwnWords>{title ?? ""}</OwnWords> ·{" "}
      <OwnWords whole>{organizationName(form.organization, locale)}</OwnWords>
      {form.byFirm ? null : <span className="block text-sm text-muted">{t("compiled")}</span>}
      <span className="block text-sm text-muted">{t(`returnStep.${step}`)}</span>
    </div>
  );
}
