"use client";

import { formatTimeIn } from "@lilink/i18n";
import { Button, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Appointments } from "../queries.ts";
import { countHours } from "../view.ts";
import { CallCard } from "./call-card.tsx";
import { TimeForm } from "./time-form.tsx";
import { TimeMarker } from "./time-marker.tsx";

export type CallSectionProps = { readonly appointments: Appointments; readonly mayWrite: boolean };

type Open = { readonly startsAt: Date; readonly minutes: number } | "hours" | null;

/** Calls of the two sides outside events: when the own side can, what suits both, the call that stands, and earlier ones. [AP1] [AP3] */
export function CallSection({ appointments, mayWrite }: CallSectionProps) {
  const t = useTranslations("appointment");
  const [zone, setZone] = useState(appointments.own?.zone ?? "Asia/Shanghai");
  const [open, setOpen] = useState<Open>(null);
  const { introduction, own, calls, now, isOpen } = appointments;
  useEffect(() => {
    // The server cannot know the zone of the device; whoever marked hours keeps the zone of these.
    if (!own) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, [own]);
  const mayAct = mayWrite && isOpen;
  const isCurrent = ({ state, isPast, told }: (typeof calls)[number]) =>
    isPast
      ? (state === "agreed" || state === "over") && told === null
      : state === "proposed" || state === "agreed";
  const current = calls.filter(isCurrent);
  const earlier = calls.filter((call) => !isCurrent(call));
  const stands = calls.some(({ state, isPast }) => !isPast && (state === "proposed" || state === "agreed"));
  const close = () => setOpen(null);
  const card = (call: (typeof calls)[number]) => (
    <CallCard key={call.publicId} introduction={introduction} call={call} zone={zone} mayAct={mayAct} />
  );
  return (
    <Section id="calls" title={t("title")}>
      <p className="mb-3 text-muted">{t(isOpen ? "lead" : "ended")}</p>
      {current.length + earlier.length > 0 || appointments.times.length > 0 ? (
        <p className="mb-3 text-sm text-muted">{t("zoneNote", { zone: zone.replaceAll("_", " ") })}</p>
      ) : null}
      {current.map(card)}
      {mayAct && open === null && !stands ? (
        <CommonTimes appointments={appointments} zone={zone} choose={setOpen} />
      ) : null}
      {own && isOpen && open === null ? (
        <p className="mt-4 text-muted">{t("mark.own", { hours: countHours(own.free) })}</p>
      ) : null}
      {mayAct && open === null ? (
        <div className="no-print mt-4 flex flex-wrap items-center gap-2">
          <Button onClick={() => setOpen("hours")}>{t(own ? "mark.change" : "mark.open")}</Button>
          {stands ? null : (
            <Button
              variant="quiet"
              onClick={() => setOpen({ startsAt: new Date(now.getTime() + 86_400_000), minutes: 30 })}
            >
              {t("form.open")}
            </Button>
          )}
        </div>
      ) : null}
      {open === "hours" ? (
        <TimeMarker appointments={appointments} zone={zone} setZone={setZone} close={close} />
      ) : open !== null ? (
        <TimeForm introduction={introduction} zone={zone} start={{ ...open, place: "" }} close={close} />
      ) : null}
      {earlier.length > 0 ? (
        <details className="mt-4">
          <summary className="cursor-pointer">{t("call.past")}</summary>
          {earlier.map(card)}
        </details>
      ) : null}
    </Section>
  );
}

type CommonTimesProps = {
  readonly appointments: Appointments;
  readonly zone: string;
  readonly choose: (time: Open) => void;
};

/** What suits both, or why nothing is shown. Never what the other side marked. [AP2] */
function CommonTimes({ appointments, zone, choose }: CommonTimesProps) {
  const t = useTranslations("appointment");
  const locale = useLocale();
  const { own, otherMarked, times, timesLeft } = appointments;
  if (!own && !otherMarked) return null;
  const why = !own ? "marked" : !otherMarked ? "wait" : timesLeft === 0 ? "spent" : "none";
  return (
    <>
      <h3 className="mt-4">{t("times.title")}</h3>
      {times.length === 0 ? (
        <p>{t(`times.${why}`)}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {times.map(({ startsAt, minutes }) => (
            <li key={startsAt.getTime()} className="flex flex-wrap items-center gap-3">
              <span className="tabular-nums">{formatTimeIn(zone, startsAt, locale)}</span>
              <span className="text-muted">{t("times.minutes", { minutes })}</span>
              <Button size="sm" onClick={() => choose({ startsAt, minutes })}>
                {t("times.propose")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
