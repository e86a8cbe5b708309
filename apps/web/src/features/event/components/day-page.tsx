import { formatDate, readerHalf } from "@lilink/i18n";
import { zoneOf } from "@lilink/model/event";
import { Badge, cn, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { DayMeeting, EventDay } from "../queries.ts";
import { eventTitle, nextOf, toHours, toldByThem, topicNames } from "../view.ts";
import { OutcomeCard } from "./outcome-card.tsx";

type Given = { readonly day: EventDay; readonly now: Date };

/** The day of one firm, for a phone in one hand: what comes next, where, with whom; and what came of it afterwards. [EV10] [EV11] */
export function DayPage({ day, now }: Given) {
  const t = useTranslations("event.day");
  const outcome = useTranslations("event.outcome");
  const locale = useLocale();
  const { event, slots, meetings, code } = day;
  const next = event.state === "done" ? null : nextOf(meetings, slots, now);
  // The longest row of days that are still asked, said once for all meetings.
  const [, ...later] = meetings.reduce<DayMeeting["due"]>(
    (most, { due }) => (due.length > most.length ? due : most),
    [],
  );
  const days = [...new Set(meetings.map(({ slot }) => slots[slot]?.day ?? ""))];
  return (
    <>
      <PageHeader
        up={<TextLink href={`/events/${event.publicId}`}>{eventTitle(event, locale)}</TextLink>}
        title={t("title")}
        lead={`${formatDate(event.startsOn, locale)} · ${readerHalf(event.venue, locale)}`}
        badges={<span className="text-muted tabular-nums">{t("count", { count: meetings.length })}</span>}
        actions={
          meetings.length > 0 ? (
            <a className="text-link" href={`/api/export/event-day?id=${event.publicId}&locale=${locale}`}>
              {t("calendar")}
            </a>
          ) : null
        }
      />
      {code && ["published", "running"].includes(event.state) ? (
        <p className="mb-6 flex items-baseline justify-between gap-4 rounded-md border border-line p-3">
          <span>
            <span className="block text-sm text-muted">{t("code")}</span>
            <span className="font-mono text-3xl tracking-widest">{code}</span>
          </span>
          <span className="text-sm text-muted">{t("codeHelp")}</span>
        </p>
      ) : null}
      {meetings.length === 0 ? (
        <EmptyState
          title={["published", "running", "done"].includes(event.state) ? t("noMeeting") : t("none")}
          action={<ButtonLink href={`/events/${event.publicId}/interest`}>{t("toInterest")}</ButtonLink>}
        />
      ) : (
        days.map((on) => (
          <Section key={on} id={`day-${on}`} title={formatDate(on, locale)}>
            {later.length > 0 ? (
              <p className="mb-2 text-sm text-muted">{outcome("later", { days: later.join(" / ") })}</p>
            ) : null}
            <ol className="flex flex-col">
              {meetings
                .filter(({ slot }) => slots[slot]?.day === on)
                .map((meeting, at, all) => (
                  <Meeting
                    key={meeting.publicId}
                    meeting={meeting}
                    hours={slots[meeting.slot]}
                    free={at > 0 ? meeting.slot - (all[at - 1]?.slot ?? 0) - 1 : 0}
                    isNext={meeting === next}
                  />
                ))}
            </ol>
          </Section>
        ))
      )}
      {meetings.length > 0 && event.state !== "done" ? (
        <Section id="tables" title={t("map")}>
          <TableMap
            event={event}
            own={new Map(meetings.map(({ table, slot }) => [table, slot]))}
            next={next?.table}
          />
        </Section>
      ) : null}
    </>
  );
}

type MeetingProps = {
  readonly meeting: DayMeeting;
  readonly hours: EventDay["slots"][number] | undefined;
  readonly free: number;
  readonly isNext: boolean;
};

function Meeting({ meeting, hours, free, isNext }: MeetingProps) {
  const t = useTranslations("event.day");
  const outcome = useTranslations("event.outcome");
  const locale = useLocale();
  const { partner, person, ownPerson, table, zone, due, said, steps } = meeting;
  const name = partner ? organizationName(partner, locale) : "";
  return (
    <>
      {free > 0 ? (
        <li aria-hidden className="border-l-2 border-dashed border-line py-1 pl-4 text-sm text-muted">
          {t("free", { count: free })}
        </li>
      ) : null}
      <li className={cn("border-l-4 border-line py-3 pl-4", isNext && "border-accent bg-accent-wash")}>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="text-lg font-semibold tabular-nums">{hours ? toHours(hours) : ""}</span>
          <span className="font-medium">{t("at", { table, zone })}</span>
        </p>
        <p className="mt-1 text-lg wrap-anywhere">
          {isNext ? (
            <Badge tone="accent" className="mr-2">
              {t("next")}
            </Badge>
          ) : null}
          <OwnWords>{name}</OwnWords>
        </p>
        {partner?.state === "absent" ? <Badge tone="warning">{t("partnerAbsent")}</Badge> : null}
        {partner?.state === "withdrawn" ? <Badge tone="warning">{t("partnerWithdrawn")}</Badge> : null}
        <p className="text-sm text-muted">
          {[person ? t("with", { name: person }) : null, ownPerson ? t("own", { name: ownPerson }) : null]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {partner && partner.topics.length > 0 ? (
          <p className="text-sm text-muted">{topicNames(partner.topics, locale)}</p>
        ) : null}
        {said.length > 0 ? (
          <p className="mt-1 text-sm">
            {said
              .map(
                ({ afterDays, outcome: told }) =>
                  `${outcome("after", { days: afterDays })}: ${outcome(told)}`,
              )
              .join(" · ")}
          </p>
        ) : null}
        {steps.map(({ step, state, own }) =>
          state === "confirmed" ? (
            <Badge key={step} tone="success" className="mr-2">
              {outcome("confirmed", { step: outcome(`step.${step}`) })}
            </Badge>
          ) : state === "proposed" && !own ? (
            <Badge key={step} tone="info" className="mr-2">
              {outcome("theirs", { step: outcome(`step.${step}`) })}
            </Badge>
          ) : null,
        )}
        <OutcomeCard meeting={meeting.publicId} partner={name} due={due} theirs={toldByThem(steps)} />
      </li>
    </>
  );
}

type MapProps = {
  readonly event: EventDay["event"];
  readonly own: ReadonlyMap<number, number>;
  readonly next: number | undefined;
};

/** The hall as rows of tables, the own ones marked, the next one filled. */
function TableMap({ event, own, next }: MapProps) {
  const t = useTranslations("event.board");
  const tables = Array.from({ length: event.tables }, (_, at) => at + 1);
  return (
    <div className="flex flex-col gap-3">
      {Array.from({ length: event.zones }, (_, zone) => (
        <div key={zone}>
          <p className="mb-1 text-sm text-muted">{t("zone", { number: zone + 1 })}</p>
          <ul className="flex flex-wrap gap-1.5">
            {tables
              .filter((table) => zoneOf(event, table - 1) === zone)
              .map((table) => (
                <li
                  key={table}
                  className={cn(
                    "grid size-9 place-items-center rounded-sm border border-line text-sm text-muted tabular-nums",
                    own.has(table) && "border-accent font-semibold text-accent-ink",
                    table === next && "bg-accent text-on-accent",
                  )}
                >
                  {table}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
