import { readerHalf } from "@lilink/i18n";
import { Badge, type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { personIn } from "#lib/person-in.ts";
import type { Room } from "../queries.ts";
import { applicationTone, money, reviewTone, share } from "../view.ts";
import { AwardActs } from "./award-acts.tsx";

type Entry = Room["entries"][number];

/** Applications in the order of their figures, with reviewers and what may be done next. */
export function RoomTable({ room, locale }: { readonly room: Room; readonly locale: "en" | "zh-CN" }) {
  const t = useTranslations("fund");
  const figure = (value: number | null | undefined) =>
    value == null ? <Blank>{t("blank.noScore")}</Blank> : value.toFixed(2);
  const scored = room.entries.some(({ line }) => line && line.count > 0);
  const figures: Column<Entry>[] = [
    {
      key: "mean",
      label: t("room.figure"),
      // The rule of the list: by the mean of the reviews. [FU17]
      head: (
        <>
          {t("room.figure")}
          <span aria-hidden>{"\u00a0↓"}</span>
        </>
      ),
      sorted: "descending",
      align: "end",
      cell: ({ line }) => figure(line?.mean),
    },
    {
      key: "adjusted",
      label: t("room.adjusted"),
      head: <abbr title={t("room.adjustedHelp")}>{t("room.adjusted")}</abbr>,
      align: "end",
      cell: ({ line }) => figure(line?.adjusted),
    },
    { key: "spread", label: t("room.spread"), align: "end", cell: ({ line }) => figure(line?.spread) },
    {
      key: "share",
      label: t("room.share"),
      align: "end",
      cell: ({ line }) => (line && line.count > 0 ? share(line.share) : <Blank>{t("blank.noScore")}</Blank>),
    },
  ];
  return (
    <DataTable
      caption={t("room.applications")}
      rows={room.entries}
      rowKey={({ publicId }) => publicId}
      empty={<p className="text-sm text-muted">{t("room.none")}</p>}
      columns={[
        {
          key: "name",
          label: t("room.name"),
          lead: true,
          cell: ({ publicId, title, lead }) => (
            <span className="flex min-w-40 flex-col">
              <TextLink href={`/fund/applications/${publicId}`}>
                <OwnWords>{title}</OwnWords>
              </TextLink>
              <span className="text-sm text-muted">{organizationName(lead, locale)}</span>
            </span>
          ),
        },
        {
          key: "state",
          label: t("own.state"),
          speaks: true,
          cell: ({ state, codes, line, appeal }) => (
            <span className="flex flex-col items-start gap-1">
              <Badge tone={applicationTone[state]}>{t(`state.${state}`)}</Badge>
              {line?.isGrey && state === "eligible" ? <Badge tone="warning">{t("room.grey")}</Badge> : null}
              {appeal ? (
                <span className="text-sm">
                  <OwnWords>{t("room.appealOf", { words: readerHalf(appeal, locale) })}</OwnWords>
                </span>
              ) : null}
              {state === "ineligible" || state === "appealed" ? (
                <span className="text-sm text-muted">
                  {codes?.map((code) => t(`code.${code}`)).join("; ")}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: "asked",
          label: t("room.asked"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ asked }) =>
            asked === null ? <Blank>{t("blank.notStated")}</Blank> : money(asked, locale),
        },
        ...(scored ? figures : []),
        {
          key: "reviewers",
          label: t("room.reviewers"),
          className: "sm:min-w-44",
          cell: ({ reviews }) => <Reviewers reviews={reviews} />,
        },
        {
          key: "act",
          label: t("room.decision"),
          className: "whitespace-nowrap",
          cell: (entry) => (
            <AwardActs
              publicId={entry.publicId}
              title={readerHalf(entry.title, locale)}
              asked={entry.asked ?? 0}
              state={entry.state}
              award={entry.award}
              hasPanel={room.panel !== null}
            />
          ),
        },
      ]}
    />
  );
}

function Reviewers({ reviews }: Pick<Entry, "reviews">) {
  const t = useTranslations("fund.reviewState");
  const blank = useTranslations("fund.blank");
  const locale = useLocale();
  if (reviews.length === 0) return <Blank>{blank("none")}</Blank>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {reviews.map(({ name, state, reason, note }) => (
        <li key={name}>
          <span className="mr-2">{personIn(name, locale)}</span>
          <Badge tone={reviewTone[state]}>{t(state)}</Badge>
          {(reason ?? note) ? (
            <span className="block text-muted">
              <OwnWords>{reason ?? note ?? ""}</OwnWords>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What stands where there is no figure: words, never a bare dash. */
function Blank({ children }: { readonly children: string }) {
  return <span className="text-sm text-muted italic">{children}</span>;
}
