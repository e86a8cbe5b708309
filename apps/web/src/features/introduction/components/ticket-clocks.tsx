import { formatDate } from "@lilink/i18n";
import type { ClockVerdict } from "@lilink/model/introduction";
import { Badge, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Ticket } from "../queries.ts";
import { restDays, verdictTones } from "../view.ts";

type Lane = {
  readonly clock: "answer" | "resolve" | "confirm";
  readonly from: Date;
  readonly due: Date;
  readonly done: Date | null;
  readonly verdict: ClockVerdict;
};

/** The clocks of a ticket over the same days: each runs to its end or to now, beside the day on which it is due; grey days do not count. [SP3] */
export function TicketClocks({ ticket }: { readonly ticket: Ticket }) {
  const t = useTranslations("support");
  const locale = useLocale();
  const { openedAt, now, closedAt, closingAt, closingDueAt, state } = ticket;
  const lanes: readonly Lane[] = [
    {
      clock: "answer",
      from: openedAt,
      due: ticket.answerDueAt,
      done: ticket.answeredAt,
      verdict: ticket.answer,
    },
    {
      clock: "resolve",
      from: openedAt,
      due: ticket.resolveDueAt,
      done: state === "closed" ? closingAt : null,
      verdict: ticket.resolution,
    },
    ...(closingAt && closingDueAt
      ? [
          {
            clock: "confirm",
            from: closingAt,
            due: closingDueAt,
            done: closedAt,
            verdict: closedAt ? "inTime" : "running",
          } as const,
        ]
      : []),
  ];
  const until = closedAt ?? now;
  const last = new Date(Math.max(until.getTime(), ...lanes.map(({ due }) => due.getTime())));
  const place = (at: Date) => (at.getTime() - openedAt.getTime()) / (last.getTime() - openedAt.getTime());
  const rest = restDays(openedAt, last);
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div>
      <p className="mb-2 text-sm text-muted">{t("one.clocksLead")}</p>
      <ul className="border-y border-line">
        {lanes.map(({ clock, from, due, done, verdict }) => (
          <li
            key={clock}
            className="grid items-center gap-x-4 border-b border-line py-2 last:border-b-0 sm:grid-cols-[7rem_minmax(0,1fr)_13rem]"
          >
            <span className="font-medium">{t(`clock.${clock}`)}</span>
            <svg aria-hidden="true" className="h-8 w-full max-sm:order-last max-sm:mt-1">
              {rest.map((day) => (
                <rect
                  key={day.from}
                  x={percent(day.from)}
                  width={percent(day.width)}
                  height="100%"
                  className="fill-sunken"
                />
              ))}
              <line x1="0" x2="100%" y1="16" y2="16" className="stroke-line" />
              <rect
                x={percent(place(from))}
                y="10"
                width={percent(Math.max(0.006, place(done ?? until) - place(from)))}
                height="12"
                fill={toneColor(verdictTones[verdict])}
                opacity={done ? 1 : 0.6}
              />
              <line
                x1={percent(Math.min(0.995, place(due)))}
                x2={percent(Math.min(0.995, place(due)))}
                y1="2"
                y2="30"
                strokeWidth="2"
                className="stroke-ink"
              />
            </svg>
            <span className="flex flex-wrap items-center gap-x-2 text-sm tabular-nums">
              <Badge tone={verdictTones[verdict]}>{t(`verdict.${verdict}`)}</Badge>
              <span>{t("one.dueOn", { day: formatDate(due, locale) })}</span>
              {done ? (
                <span className="text-muted">{t("one.doneOn", { day: formatDate(done, locale) })}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <p
        aria-hidden
        className="mt-1 grid gap-x-4 text-xs text-muted tabular-nums sm:grid-cols-[7rem_minmax(0,1fr)_13rem]"
      >
        <span className="flex justify-between sm:col-start-2">
          <span>{formatDate(openedAt, locale)}</span>
          <span>{formatDate(last, locale)}</span>
        </span>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-5 text-sm text-muted">
        <span className="flex items-center gap-2">
          <span aria-hidden className="h-4 border-l-2 border-ink" /> {t("picture.due")}
        </span>
        <span className="flex items-center gap-2">
          <span aria-hidden className="size-4 bg-sunken" /> {t("picture.rest")}
        </span>
      </p>
    </div>
  );
}
