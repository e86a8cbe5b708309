import { Badge, DescriptionList, LinkTabs, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { HallBoard } from "../queries.ts";
import { eventTitle } from "../view.ts";
import { Door } from "./door.tsx";
import { GuestTable } from "./guest-table.tsx";
import { HallGrid } from "./hall-grid.tsx";
import { PlanButtons } from "./plan-buttons.tsx";
import { WhatIf } from "./what-if.tsx";

/** The hall of an event for whoever runs it: slots by tables, figures beside their bounds, what has no seat, and who is here. [EV7] [EV8] */
export function BoardPage({ board }: { readonly board: HallBoard }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  const { event, versions, shown, guests } = board;
  const current = versions.find(({ version }) => version === shown) ?? null;
  const isOnDay = event.state === "published" || event.state === "running";
  const waits = versions[0]?.state === "queued";
  return (
    <>
      <LiveRefresh topics={["record"]} label={t("title")} />
      <PageHeader
        up={<TextLink href={`/events/${event.publicId}`}>{eventTitle(event, locale)}</TextLink>}
        title={t("title")}
        lead={t("lead")}
        actions={<PlanButtons id={event.publicId} state={event.state} shown={current} />}
      />
      {waits ? <NoticeBox tone="info" className="mb-6" title={t("queued")} /> : null}
      {versions[0]?.state === "failed" ? (
        <NoticeBox tone="danger" className="mb-6" title={t("failed")} />
      ) : null}
      {versions.length > 1 ? (
        <LinkTabs label={t("versions")}>
          {versions
            .filter(({ state }) => state !== "dropped" && state !== "failed" && state !== "queued")
            .slice(0, 6)
            .map((one) => (
              <LinkTab
                key={one.version}
                href={{
                  pathname: `/events/${event.publicId}/board`,
                  query: { version: String(one.version) },
                }}
                current={one.version === shown}
              >
                {t("version", { version: one.version })} <StateMark state={one.state} />
              </LinkTab>
            ))}
        </LinkTabs>
      ) : null}
      {current ? (
        <>
          <Figures current={current} />
          <Section id="grid" title={t("grid")}>
            <HallGrid board={board} closed={current.closed} />
          </Section>
          <Faults board={board} />
        </>
      ) : (
        <NoticeBox
          tone="info"
          className="mb-8"
          title={event.state === "interest_closed" ? t("noPlan") : t("closeFirst")}
        >
          {t("interestCount")}
        </NoticeBox>
      )}
      {isOnDay ? (
        <div className="grid gap-x-10 lg:grid-cols-2">
          <Section id="door" title={t("door")}>
            <Door id={event.publicId} />
            <p className="mt-2 text-sm text-muted tabular-nums">
              {t("cameLine", {
                came: guests.filter(({ state }) => state === "checked_in").length,
                all: guests.filter(({ state }) => state !== "withdrawn").length,
              })}
            </p>
          </Section>
          <Section id="what-if" title={t("whatIf")}>
            <WhatIf
              id={event.publicId}
              tables={event.tables}
              guests={guests
                .filter(({ state, meetings }) => state !== "withdrawn" && meetings > 0)
                .map((guest) => ({ publicId: guest.publicId, name: organizationName(guest, locale) }))}
            />
          </Section>
        </div>
      ) : null}
      {current ? <UnseatedList board={board} /> : null}
      <GuestTable board={board} isOnDay={isOnDay} />
    </>
  );
}

function StateMark({ state }: { readonly state: string }) {
  const t = useTranslations("machine.event_plan");
  return (
    <Badge tone={state === "published" ? "success" : state === "draft" ? "info" : "neutral"}>
      {t(state as "draft")}
    </Badge>
  );
}

type Version = HallBoard["versions"][number];

function Figures({ current }: { readonly current: Version }) {
  const t = useTranslations("event.board");
  const { figures, repairs } = current;
  if (!figures) return null;
  const { placed, most, proven, slots, lowerBound, sumIdle, maxIdle, served, wanted, lacks, moved } = figures;
  const mark = (isProven: boolean, yes: string, no: string) => (
    <Badge tone={isProven ? "success" : "warning"} className="ml-2">
      {isProven ? yes : no}
    </Badge>
  );
  const items = [
    {
      key: "placed",
      term: t("placed"),
      detail: (
        <>
          <span className="tabular-nums">{t("placedLine", { placed, most })}</span>
          {mark(proven, t("proven"), t("open"))}
        </>
      ),
    },
    { key: "served", term: t("served"), detail: t("servedLine", { served, wanted }) },
    { key: "slots", term: t("slots"), detail: t("slotsLine", { slots, bound: lowerBound }) },
    { key: "idle", term: t("idle"), detail: t("idleLine", { sum: sumIdle, max: maxIdle }) },
    ...(repairs !== null && moved !== undefined
      ? [
          {
            key: "moved",
            term: `${t("moved")} (${t("repairOf", { version: repairs })})`,
            detail: (
              <>
                {t("movedLine", {
                  moved,
                  least: figures.least ?? 0,
                  cancelled: figures.cancelled ?? 0,
                  added: figures.added ?? 0,
                })}
                {figures.fewest ? mark(true, t("fewest"), "") : null}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section id="figures" title={t("figures")}>
      <DescriptionList items={items} />
      {lacks && (lacks.tables > 0 || lacks.slots > 0) ? (
        <p className="mt-2 text-sm text-warning">{t("lacks", lacks)}</p>
      ) : null}
    </Section>
  );
}

function Faults({ board: { faults } }: { readonly board: HallBoard }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  return (
    <Section id="faults" title={t("faults")}>
      {faults.length === 0 ? null : <p className="mb-2 text-sm text-muted">{t("faultsLead")}</p>}
      {faults.length === 0 ? (
        <p className="text-success">{t("noFaults")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {faults.map(({ rule, meetings }) => (
            <li key={`${rule} ${JSON.stringify(meetings)}`}>
              <strong>{t(`rule.${rule}`)}</strong>{" "}
              <span className="text-muted">
                {meetings.map(({ slot, table, sides }, at) => (
                  <Fragment key={`${slot} ${table}`}>
                    {at > 0 ? "; " : null}
                    {sides.map((side) => organizationName(side, locale)).join(" – ")}{" "}
                    <a href={`#slot-${slot + 1}`} className="text-accent-ink underline">
                      {t("place", { slot: slot + 1, table: table + 1 })}
                    </a>
                  </Fragment>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function UnseatedList({ board: { unseated } }: { readonly board: HallBoard }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  const pair = (sides: HallBoard["unseated"][number]["sides"]) =>
    sides.map((side) => organizationName(side, locale)).join(" – ");
  return (
    <Section id="unseated" title={t("unseated")}>
      <p className="mb-3 text-sm text-muted">{unseated.length === 0 ? t("noUnseated") : t("unseatedLead")}</p>
      {unseated.length === 0 ? null : (
        <FoldedTable
          caption={t("unseated")}
          rows={unseated}
          rowKey={({ sides }) => sides.map(({ publicId }) => publicId).join(" ")}
          columns={[
            {
              key: "pair",
              label: t("pair"),
              lead: true,
              cell: ({ sides }) => <OwnWords>{pair(sides)}</OwnWords>,
            },
            { key: "why", label: t("why"), cell: ({ code }) => t(`code.${code}`) },
            {
              key: "change",
              label: t("change"),
              cell: ({ change }) =>
                change
                  ? t(`fix.${change.kind}`, {
                      name: change.guest ? organizationName(change.guest, locale) : "",
                      slot: (change.slot ?? 0) + 1,
                    })
                  : t("fix.none"),
            },
          ]}
        />
      )}
    </Section>
  );
}
